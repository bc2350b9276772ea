import { signedPath } from '../../../protocol/signed-path.js';
import type { MistakeId } from '../catalogue/catalogue.js';
import {
  escapesInLowerCase,
  escapesInUpperCase,
  form,
  percentDecoded,
  rfc3986,
} from '../percent.js';
import type { Change } from '../search/axes.js';
import type { Target } from './target.js';

type Pair = readonly [name: string, value: string | undefined];

const change = (id: MistakeId, apply: (query: string) => string | undefined): Change<Target> => ({
  mistakes: [{ id }],
  apply: (target) => {
    const { sentQuery } = target;
    const query = sentQuery === undefined ? undefined : apply(sentQuery);
    return query === undefined ? undefined : { ...target, query };
  },
});

const pairsOf = (query: string): Pair[] =>
  query
    .split('&')
    .filter(Boolean)
    .map((text) => {
      const at = text.indexOf('=');
      return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
    });

const written = (pairs: readonly Pair[], equals = '='): string =>
  pairs.map(([name, value]) => (value === undefined ? name : name + equals + value)).join('&');

const decoded = (text: string) => percentDecoded(text.replaceAll('+', ' ')) ?? text;

/** Each name and value decoded and encoded again, as a library does it. */
const encodedAgain = (encode: (text: string) => string) => (query: string) =>
  written(
    pairsOf(query).map(([name, value]) => [
      encode(decoded(name)),
      value === undefined ? undefined : encode(decoded(value)),
    ]),
  );

const sorted = (query: string) => signedPath(`?${query}`, 'sorted-query').slice(1);

/** The query kept, dropped, sorted, decoded, or encoded in another way. */
export const queryMistakes: readonly Change<Target>[] = [
  {
    mistakes: [{ id: 'path/without-query' }],
    apply: (target) => (target.query === undefined ? undefined : { ...target, query: undefined }),
  },
  {
    mistakes: [{ id: 'path/with-query' }],
    apply: (target) =>
      target.query === undefined && target.sentQuery !== undefined
        ? { ...target, query: target.sentQuery }
        : undefined,
  },
  {
    mistakes: [{ id: 'path/query-not-sorted' }],
    apply: (target) =>
      target.query !== undefined && target.query !== target.sentQuery
        ? { ...target, query: target.sentQuery }
        : undefined,
  },
  change('path/query-sorted', sorted),
  change('path/query-sorted', (query) => written(pairsOf(query).reverse())),
  change('path/query-decoded', decoded),
  change('path/query-decoded', (query) => decoded(query.replaceAll('+', '%2B'))),
  change('path/query-decoded', (query) => decoded(sorted(query))),
  change('path/query-encoded-otherwise', encodedAgain(form)),
  change('path/query-encoded-otherwise', encodedAgain(rfc3986)),
  change('path/query-encoded-otherwise', encodedAgain(encodeURIComponent)),
  change('path/query-encoded-otherwise', (query) => escapesInLowerCase(encodedAgain(form)(query))),
  change('path/query-encoded-otherwise', (query) =>
    escapesInLowerCase(encodedAgain(rfc3986)(query)),
  ),
  change('path/query-encoded-otherwise', (query) => query.replaceAll('%20', '+')),
  change('path/query-encoded-otherwise', (query) => query.replaceAll('+', '%20')),
  change('path/query-encoded-otherwise', encodeURIComponent),
  change('path/query-encoded-otherwise', (query) => encodedAgain(encodeURI)(query)),
  change('path/escapes-in-other-case', escapesInLowerCase),
  change('path/escapes-in-other-case', escapesInUpperCase),
  change('path/query-as-html', (query) => query.replaceAll('&', '&amp;')),
  change('path/query-as-html', (query) => query.replaceAll('&', '\\u0026')),
  change('path/encoded-once-more', (query) => query.replaceAll('%', '%25')),
  change('path/query-without-equals', (query) => written(pairsOf(query), '')),
  change('path/query-values-alone', (query) =>
    pairsOf(query)
      .map(([, value]) => value ?? '')
      .join(''),
  ),
  {
    mistakes: [{ id: 'path/bare-question-mark' }],
    apply: (target) => (target.query === undefined ? { ...target, query: '' } : undefined),
  },
  {
    mistakes: [{ id: 'path/query-without-question-mark' }],
    apply: (target) =>
      target.query === undefined
        ? undefined
        : { ...target, path: target.path + target.query, query: undefined },
  },
  {
    mistakes: [{ id: 'path/query-without-question-mark' }],
    apply: (target) =>
      target.query === undefined
        ? undefined
        : { ...target, path: `${target.path}&${target.query}`, query: undefined },
  },
];
