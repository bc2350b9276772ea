import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderSummary } from '../../reports/console.js';
import { renderReport, whole } from '../../reports/render.js';
import { describeAnswer } from '../../reports/shared/describe-exchange.js';
import type { Result } from '../../schemas/generated/result.js';
import { run } from '../../src/engine/run/run.js';
import type { Sandbox } from '../../src/sandbox/sandbox.js';
import { packedIn } from '../support/page-text.js';
import { planOf, startSandboxTarget } from '../support/sandbox-target.js';

/** Faults that break about thirty requirements of every kind: what is let through, what is refused, what is said. */
const faults = [
  'takes-uniform-bytes',
  'overlooks-one-bit',
  'takes-hmac',
  'takes-signed-body',
  'client-key-may-be-missing',
  'takes-unknown-clients',
  'takes-oauth-member-name',
  'refuses-unknown-members',
  'no-allow-header',
  'answers-at-any-path',
  'expiry-as-number',
  'no-token-type',
  'grant-may-be-stored',
  'shows-stack-trace',
  'six-digit-codes',
  'message-too-long',
  'error-without-timestamp',
  'header-names-by-letter-case',
  'content-type-by-letter-case',
  'refuses-expectations',
  'refuses-connection-close',
  'takes-put-and-patch',
  'grant-timestamp-an-hour-off',
  'transaction-needs-no-token',
  'transaction-takes-any-token',
  'transaction-takes-external-id-again',
  'transaction-takes-any-method',
  'transaction-takes-full-url',
  'transaction-header-names-by-letter-case',
  'transaction-takes-minified-hash',
];

/** English that no Indonesian sentence has a use for. */
const english =
  /\b(?:a|an|and|are|as|at|be|been|but|by|can|did|does|doesn|each|for|from|has|have|if|is|isn|it|its|more|no|not|of|on|only|or|other|should|so|than|that|the|their|there|they|this|to|was|were|what|when|which|with|without|you)\b/i;

let sandbox: Sandbox;
let result: Result;
let document: string;

beforeAll(async () => {
  const started = await startSandboxTarget('bank', { faults, transaction: true });
  sandbox = started.sandbox;
  document = started.target.profile.title;
  result = await run(planOf([started.target], { depth: 'quick' }));
}, 300_000);

afterAll(() => sandbox.close());

/** A text without what it quotes: of documents and their places, of the target, commands, names and addresses. */
function unquoted(text: string): string {
  const { targets, exchanges } = result;
  const sources = targets.flatMap(({ checks }) => checks.flatMap(({ sources: all }) => all));
  const answers = exchanges.flatMap((exchange) => {
    const { response } = exchange;
    if (!response?.body.text?.includes('responseMessage')) return [];
    return [describeAnswer(exchange)];
  });

  return [...new Set([document, ...sources, ...answers])]
    .sort((one, other) => other.length - one.length)
    .reduce((rest, quote) => rest.replaceAll(quote, '…'), text)
    .replace(/"[^"\n]*"/g, '…')
    .replace(/`[^`]*`/g, '…')
    .replace(/\b(?:MUST|SHOULD|MAY)\b/g, '…')
    .replace(/\b[\w-]+(?:\/[\w-]+)+\b/g, '…')
    .replace(/\S*[-_./:]\S*/g, '…');
}

/** Lines of a text that are English, without their quotes. */
function englishIn(text: string): string[] {
  return unquoted(text)
    .split('\n')
    .filter((line) => english.test(line))
    .map((line) => line.trim());
}

describe('a run with about thirty failures', () => {
  test('has them', () => {
    const failed = result.targets[0]?.checks.filter(({ outcome }) => outcome === 'failed') ?? [];
    expect(failed.length).toBeGreaterThanOrEqual(30);
  });

  test('is told in Indonesian on the terminal', () => {
    // Wide enough that no quote is broken over two lines.
    const text = renderSummary(result, { color: false, width: 100_000, lang: 'id' });
    expect(englishIn(text)).toEqual([]);
  });

  test.each(['markdown', 'junit', 'html'] as const)(
    'is told in Indonesian as %s',
    async (format) => {
      const [file] = await renderReport(format, result, { lang: 'id' });
      const content = String(whole(file?.content ?? ''));
      const text = format === 'html' ? ownText(content) : readable(content);
      expect(text.length).toBeGreaterThan(1000);
      expect(englishIn(text)).toEqual([]);
    },
  );
});

function readable(text: string): string {
  return text
    .replace(/="([^"]*)"/g, '=$1')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\\(?=[^\w\s]|_)/g, '');
}

/** What a page and the parts packed in it say by themselves: quotes are marked as English, or as code. */
function ownText(page: string): string {
  const body = page.slice(page.indexOf('<body'));
  return [body, ...Object.values(packedIn(page).parts)]
    .join('\n')
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(
      /<(pre|code|option|li|ul|td|th|span|p|strong|time)\b[^>]*\blang="en"[^>]*>[\s\S]*?<\/\1>/g,
      '…',
    )
    .replace(/<(code|pre|del|ins)\b[^>]*>[\s\S]*?<\/\1>/g, '…')
    .replace(/<[^>]*>/g, '\n')
    .replaceAll('&quot;', '"')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('&amp;', '&');
}
