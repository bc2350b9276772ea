import { codePoint, oneLine } from '../../../../reports/shared/visible.js';
import type { Answered } from '../../../sandbox/answers/decision.js';

/** Well below what clients take as a header: node's own limit is 16 kB for all. */
const longestHeader = 2000;

/** One line for a request: `2026-12-01T08:00:00.000Z POST /v1.0/access-token/b2b 401 4017300: why; remedy` */
export function answerLine(
  { received, answer, refused }: Answered,
  explanation: string | undefined,
): string {
  const { transport, status, body } = answer;
  const broken = transport.cut || transport.garbled;
  const said = [
    new Date(refused?.now ?? Date.now()).toISOString(),
    // Without the query, which may hold anything.
    ...(received ? [received.method, received.path] : ['(no HTTP request)']),
    ...(broken ? ['(no HTTP answer)'] : [status, ...responseCode(body)]),
  ].join(' ');
  return oneLine(explanation === undefined ? said : `${said}: ${explanation}`);
}

function responseCode({ responseCode: code }: Answered['answer']['body']): string[] {
  return typeof code === 'string' || typeof code === 'number' ? [String(code)] : [];
}

/** An explanation as a header's value: ASCII, one line, not too long. */
export function headerText(explanation: string): string {
  const ascii = explanation
    .replaceAll('…', '...')
    .replace(/[^\x20-\x7e]/gu, (character) => `<${codePoint(character)}>`);
  return ascii.length > longestHeader ? `${ascii.slice(0, longestHeader)}...` : ascii;
}
