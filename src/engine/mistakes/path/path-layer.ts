import type { Transaction } from '../../../../schemas/resolved.js';
import { signedPath } from '../../../protocol/signed-path.js';
import type { MistakeId } from '../catalogue/catalogue.js';
import type { Option } from '../mistake.js';
import { escapesInLowerCase, escapesInUpperCase, percentDecoded, rfc3986 } from '../percent.js';
import { type Change, changed, distinct } from '../search/axes.js';
import type { Layer } from '../search/layer.js';
import { queryMistakes } from './query-mistakes.js';
import { type Target, writeTarget } from './target.js';

/** What is known of the URL beyond the target of the request line. */
export interface Address {
  /** `https://sandbox.example`, if known. */
  origin?: string | undefined;
  /** Path of the base URL, if known: `/prefix`. */
  prefix?: string | undefined;
}

/** What of a profile's rules is about the path. */
export type PathRule = Pick<Transaction, 'pathMode' | 'signedPath'>;

const gateways = [
  '/api',
  '/snap',
  '/snap/v1.0',
  '/openapi',
  '/open-api',
  '/snap-api',
  '/gateway',
  '/v1.0',
  '/apimarket',
  '/sandbox',
  '/dev',
  '/api/snap',
];

const change = (id: MistakeId, apply: (path: string) => string | undefined): Change<Target> => ({
  mistakes: [{ id }],
  apply: (target) => {
    const path = apply(target.path);
    return path === undefined ? undefined : { ...target, path };
  },
});

/**
 * The paths that senders sign in the place of the one that they call.
 *
 * @param sent path and query as sent
 * @param rule which part of it the profile has signed, and how it changes it
 * @param most how many mistakes are made at once
 */
export function pathLayer(
  sent: string,
  { pathMode: mode, signedPath: rule }: PathRule,
  address: Address,
  most: 1 | 2,
): Layer<string> {
  const right = signedPath(sent, mode, rule);
  const [path = '', ...rest] = right.split('?');
  const target: Target = {
    before: '',
    path,
    query: right.includes('?') ? rest.join('?') : undefined,
    sentQuery: sent.includes('?') ? sent.slice(sent.indexOf('?') + 1) : undefined,
  };
  const axes = [beginnings(address), pathMistakes(path, address), queryMistakes];
  const uncut: Option<string> = {
    mistakes: [{ id: 'path/whole-path' }],
    value: signedPath(sent, mode),
  };
  const whole = wholes(right, mode === 'with-query' ? sent : right);
  const options = [uncut, ...changed(target, axes, writeTarget, most), ...whole];
  return { right, others: distinct(options, [right]) };
}

/** Scheme and host before the path. */
function beginnings({ origin }: Address): Change<Target>[] {
  if (origin === undefined || origin === '') return [];
  const host = origin.replace(/^https?:\/\//, '');
  const bare = host.replace(/:\d+$/, '');
  const before = (id: MistakeId, text: string): Change<Target> => ({
    mistakes: [{ id }],
    apply: (target) => ({ ...target, before: text }),
  });
  return [
    before('path/full-url', origin),
    before('path/with-host', host),
    before('path/with-host', bare),
    before('path/with-host', `//${host}`),
    before('path/full-url', origin.startsWith('https:') ? `http://${host}` : `https://${host}`),
    before('path/full-url', `${origin}:${origin.startsWith('https:') ? 443 : 80}`),
    before('path/full-url', `${origin}/`),
  ];
}

function pathMistakes(path: string, { prefix }: Address): Change<Target>[] {
  // A path doesn't show where the prefix of the base URL ends, so each of its parts is tried as the last.
  const slashes = [...path.matchAll(/\//g)].map(({ index }) => index).filter((at) => at > 0);
  const added = [...new Set([...(prefix ? [prefix] : []), ...gateways])];
  return [
    ...slashes.map((at) => change('path/without-prefix', (text) => text.slice(at))),
    change('path/trailing-slash', (text) => (text.endsWith('/') ? text.slice(0, -1) : `${text}/`)),
    change('path/no-leading-slash', (text) => text.replace(/^\//, '')),
    change('path/double-slash', (text) => `/${text}`),
    change('path/double-slash', (text) => text.replace(/\/{2,}/g, '/')),
    ...slashes.map((at) =>
      change('path/double-slash', (text) => `${text.slice(0, at)}/${text.slice(at)}`),
    ),
    change('path/escapes-decoded', percentDecoded),
    change('path/escapes-in-other-case', escapesInLowerCase),
    change('path/escapes-in-other-case', escapesInUpperCase),
    change('path/encoded-once-more', encodeURIComponent),
    change('path/encoded-once-more', (text) => encodeURIComponent(text).toLowerCase()),
    change('path/encoded-once-more', (text) => text.replaceAll('%', '%25')),
    change('path/letter-case', (text) => text.toLowerCase()),
    change('path/letter-case', (text) => text.toUpperCase()),
    ...added.map((text) => change('path/with-prefix', (bare) => text + bare)),
    change('path/last-part-alone', (text) => text.slice(text.lastIndexOf('/') + 1)),
    change('path/white-space', (text) => ` ${text}`),
    change('path/backslashes', (text) => text.replaceAll('/', '\\/')),
    change('path/undefined', () => 'undefined'),
    change('path/undefined', () => 'null'),
    change('path/empty', () => ''),
    change('path/empty', () => '/'),
  ];
}

/** Path and query together. */
function wholes(right: string, sent: string): Option<string>[] {
  const texts: [MistakeId, string | undefined][] = [
    ['path/escapes-decoded', percentDecoded(right)],
    ['path/escapes-in-other-case', escapesInLowerCase(right)],
    ['path/escapes-in-other-case', escapesInUpperCase(right)],
    ['path/undefined', 'undefined'],
    ['path/undefined', 'null'],
    ['path/empty', ''],
    ['path/empty', '/'],
    ['path/encoded-once-more', rfc3986(right)],
    ['path/encoded-once-more', encodeURIComponent(right)],
    ['path/encoded-once-more', encodeURIComponent(right).toLowerCase()],
    ['path/encoded-once-more', right.replaceAll('%', '%25')],
    ['path/with-fragment', `${sent}#`],
    ['path/white-space', `${right} `],
    ['path/white-space', `${right}\n`],
    ['path/with-method', `POST ${right}`],
    ['path/with-protocol', `${right} HTTP/1.1`],
    ['path/quoted', `"${right}"`],
  ];
  return texts.flatMap(([id, value]) =>
    value === undefined ? [] : [{ mistakes: [{ id }], value }],
  );
}
