import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8');
const page = read('CONTRIBUTING.md');
const source = (file: string) => read(`src/engine/checks/${file}.ts`);

/** The members of each object type in a declaration, as the source writes them: each begins a line, or an alternative. */
function membersOf(file: string, declaration: string): string[] {
  const [, rest = ''] = source(file).split(
    new RegExp(`^export (?:interface|type) ${declaration}\\b`, 'm'),
  );
  const [body = ''] = rest.split(/^(?: {2})?\}?;?\n(?=\n|$)/m);
  return [...body.matchAll(/^ +(?:\| \{ )?(\w+)\??[:(]/gm)].map(([, name = '']) => name);
}

const terms = membersOf('check', 'Terms');
const probing = [...terms, ...membersOf('check', 'Mutations')];
const inCode = {
  refuses: [...probing, ...membersOf('refuses', 'RefusesOptions')],
  accepts: [...probing, ...membersOf('accepts', 'AcceptsOptions')],
  judged: [...terms, ...membersOf('judged', 'JudgedOptions')],
};
const kinds = Object.keys(inCode) as (keyof typeof inCode)[];

/** The rows of the table: names of options, and the kinds of checks that take them. */
const rows = [...page.matchAll(/^\| (`\w+`(?:, `\w+`)*) \| ((?:`\w+`(?:, )?)+|all) \|/gm)].map(
  ([, names = '', of = '']) => ({
    names: [...names.matchAll(/\w+/g)].map(([name]) => name),
    of: of === 'all' ? kinds : kinds.filter((kind) => of.includes(`\`${kind}\``)),
  }),
);

test.for(kinds)('CONTRIBUTING lists the options of %s', (kind) => {
  const told = rows.filter(({ of }) => of.includes(kind)).flatMap(({ names }) => names);
  expect(inCode[kind].length).toBeGreaterThan(terms.length);
  expect([...told].sort()).toEqual([...inCode[kind]].sort());
});

/** What the recipes add as their examples. */
const made = /token-check|\bacme\b|\btap\b/;

test('CONTRIBUTING names files and folders that there are', () => {
  const paths = [
    ...page.matchAll(/`((?:src|suites|specs|schemas|reports|tests|docs|scripts)\/[^`]*)`/g),
  ]
    .map(([, path = '']) => path)
    .filter((path) => !made.test(path) && !path.includes('<'));
  expect(paths.length).toBeGreaterThan(40);
  expect(paths.filter((path) => !existsSync(join(packageRoot, path)))).toEqual([]);
});
