import { addressOf } from '../address.js';
import { incomplete, placeAt, unreadable } from '../given-problem.js';
import type { GivenRequest } from '../given-request.js';
import type { Argument } from './arguments.js';
import { shownOpen } from './curl-body.js';

type Address = Pick<GivenRequest, 'path' | 'origin' | 'pathProblem'>;

/**
 * The address that curl asks: dot segments are taken out of the path unless it is told not to, `-G` puts the data into
 * the query, `--request-target` replaces path and query.
 *
 * @param query what `-G` adds
 * @throws InputProblem for no URL, for several, and for a pattern of URLs.
 */
export function curlUrl(
  args: readonly Argument[],
  text: string,
  file: string,
  query: string,
): Address {
  const place = (at: number) => ({ file: placeAt(file, text, at) });
  const given = (name: string) => args.filter((each) => each.name === name);
  const [url, another] = given('url');
  if (!url)
    throw unreadable('the curl command has no URL', {
      file,
      remedy: 'Add it: curl --url https://sandbox.example/v1.0/…',
    });
  if (another)
    throw unreadable('this is a second URL, or a value that lost its option or its quotes', {
      ...place(another.at),
      remedy: 'Ask one URL, and put each value with a space in it in quotes.',
    });
  if (url.open !== undefined)
    return {
      pathProblem: incomplete(
        `the URL holds ${shownOpen(url.open)}, which only the shell fills in`,
        {
          ...place(url.at),
          remedy: 'Put the value there, or give the path as it was sent with --path.',
        },
      ),
    };
  const globbing = given('globoff').length === 0;
  if (
    globbing &&
    /(?<!\\)\[|(?<![\\{])\{(?!\{)[^}]*,/.test(url.value.replace(/^\w+:\/\/\[[^\]]*\]/, ''))
  )
    throw unreadable('the URL holds [ ] or { }, which curl reads as a pattern of many URLs', {
      ...place(url.at),
      remedy: 'Add --globoff, or write the characters as %5B %5D %7B %7D.',
    });
  const plain = globbing ? url.value.replace(/\\([[\]{}])/g, '$1') : url.value;
  const whole = /^[a-z][\w+.-]*:\/\//i.test(plain) ? plain : `http://${plain}`;
  const address = addressOf(whole, place(url.at));
  const target = given('request-target').at(-1);
  if (address.path === undefined) return address;
  if (target) return { ...address, path: target.value };
  const asIs = given('path-as-is').length > 0;
  const path = asIs ? address.path : withoutDots(address.path);
  const more = [...given('url-query').map(({ value }) => value), query].filter(Boolean).join('&');
  return {
    ...address,
    path: more === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${more}`,
  };
}

/** RFC 3986 §5.2.4, for the path alone. */
function withoutDots(target: string): string {
  const [path = '', ...query] = target.split('?');
  if (!/\/\.{1,2}(?:\/|$)/.test(path)) return target;
  const kept: string[] = [];
  const segments = path.split('/').slice(1);
  for (const [index, segment] of segments.entries()) {
    const last = index === segments.length - 1;
    if (segment === '..') kept.pop();
    else if (segment !== '.') kept.push(segment);
    if (last && /^\.{1,2}$/.test(segment)) kept.push('');
  }
  return [`/${kept.join('/')}`, ...query].join('?');
}
