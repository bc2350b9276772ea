import { isIP } from 'node:net';
import { InputProblem } from '../../input/input-problem.js';
import type { Way } from '../../plan/plan.js';

/**
 * Where connections to a host go by the config's `resolve`.
 *
 * @param pointer of the member `resolve`
 * @throws InputProblem for an entry that is no `address` or `address:port`.
 */
export function resolveOf(
  hostname: string,
  entries: Readonly<Record<string, string>> = {},
  place: { file: string; pointer: string },
): Way['resolve'] {
  const read = Object.entries(entries).map(([host, text]) => {
    const found = addressOf(text);
    if (found) return { host: bare(host.toLowerCase()), found };
    throw new InputProblem('invalid-value', `"${text}" is no address`, {
      file: place.file,
      pointer: `${place.pointer}/${host.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      remedy:
        'Write address or address:port, IPv6 in brackets: 10.0.0.5, 10.0.0.5:8443, [::1]:8443.',
    });
  });
  return read.find(({ host }) => host === bare(hostname.toLowerCase()))?.found;
}

function addressOf(text: string): Way['resolve'] {
  if (isIP(text) !== 0) return { address: text };
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([\w.-]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const address = bracketed ?? plain;
  if (address === undefined || (bracketed !== undefined && isIP(bracketed) !== 6)) return undefined;
  if (port === undefined) return { address };
  return Number(port) > 0 && Number(port) < 65_536 ? { address, port: Number(port) } : undefined;
}

function bare(host: string): string {
  return host.replace(/^\[(.*)\]$/, '$1');
}
