import type { Matrix, Told } from './matrix.js';
import { measured } from './render-proof.js';

/** What the document shows about a pair. */
export function cellOf({ differing, otherwise, broken, cutOff }: Omit<Told, 'asking' | 'server'>) {
  if (differing.length === 0) return '=';
  if (cutOff) return '×';
  return broken.length > 0 ? String(broken.length) : `(${otherwise.length})`;
}

/** The published matrix, from a run of all pairs. */
export function renderMatrix({ told, requests }: Matrix, tookMs: number): string {
  const names = [...new Set(told.map(({ asking }) => asking))].sort();
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const different = told.filter(({ differing }) => differing.length > 0);
  return [
    '# Which profiles the suite tells apart',
    '',
    'Made by `npm run proof`. Each row is a profile, each column a server of the embedded sandbox that keeps to a',
    'profile and takes every freedom that its document leaves: the last of what is listed instead of the first,',
    'and its own way where the document is silent. The server of the column is tested by the rules of the row, at',
    'quick depth, with the checks to which the two profiles say different things; which those are is derived from',
    'the profiles. The checks are those of `token-b2b` and `transaction`. Every server answers at the same path,',
    'so that no two differ in the path alone.',
    '',
    'Two profiles must not look the same to the suite unless they say the same. In each pair that says different',
    'things, at least one check has different outcomes under the two for the same server; in a pair that says the',
    'same, none has. Under its own profile each server is conformant. Every `npm test` checks this, and the cells',
    'below, for each server under the profile that comes next in the alphabet; and for all pairs, what they say.',
    '',
    '- a number: that many checks fail',
    '- `×`: even the control of the profile is refused, in one of the services',
    '- a number in brackets: nothing fails, because the profile is silent or as free where the two differ; that',
    '  many checks have different outcomes, usually `inapplicable` under one of the two',
    '- `=`: the two say the same to every check',
    '',
    `${told.length} pairs: ${different.length} say different things, and all of them are told apart; in ${different.filter(({ broken }) => broken.length > 0).length} the server breaks the profile's rules.`,
    '',
    measured(requests, tookMs),
    '',
    row(['profile \\ server', ...names]),
    row(['---', ...names.map(() => '---:')]),
    ...names.map((asking) =>
      row([
        asking,
        ...names.map((server) => {
          const pair = told.find((each) => each.asking === asking && each.server === server);
          return pair ? cellOf(pair) : '';
        }),
      ]),
    ),
    '',
    ...telling(told),
  ].join('\n');
}

/** The checks that tell servers apart if their control is accepted. */
function telling(told: readonly Told[]): string[] {
  const pairs = new Map<string, number>();
  for (const { broken, cutOff } of told)
    for (const id of cutOff ? [] : broken) pairs.set(id, (pairs.get(id) ?? 0) + 1);
  return [
    '## The checks that tell them apart',
    '',
    'Of the pairs whose controls are accepted.',
    '',
    '| check | pairs in which it fails |',
    '| --- | ---: |',
    ...[...pairs]
      .sort(([a, many], [b, more]) => more - many || a.localeCompare(b))
      .map(([id, count]) => `| \`${id}\` | ${count} |`),
    '',
  ];
}

/** The cells of the document, by profile and then by server. */
export function readCells(document: string): Map<string, Map<string, string>> {
  const rows = document
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const [, , ...servers] = rows[0]?.slice(0, -1) ?? [];
  return new Map(
    rows
      .slice(2, 2 + servers.length)
      .map(([, asking = '', ...cells]) => [
        asking,
        new Map(servers.map((server, index) => [server, cells[index] ?? ''])),
      ]),
  );
}
