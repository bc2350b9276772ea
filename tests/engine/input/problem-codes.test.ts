import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../../src/engine/input/package-root.js';
import { problemCodes } from '../../../src/engine/input/problem-codes.js';

const list = 'engine/input/problem-codes.ts';

test('docs/api.md lists every code as the code does', () => {
  const text = readFileSync(join(packageRoot, 'docs/api.md'), 'utf8');
  const [, table = ''] = text.split(/^\| `code` +\| what is wrong +\|\n.*\n/m);
  const rows = [...table.matchAll(/^\| `([a-z0-9-]+)` +\| (.*?) +\|$/gm)];
  expect(rows.map(([, code, what]) => [code, what])).toEqual(Object.entries(problemCodes));
});

test('every code is thrown somewhere', () => {
  const source = readdirSync(join(packageRoot, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== list)
    .map((name) => readFileSync(join(packageRoot, 'src', name), 'utf8'))
    .join('\n');
  const unused = Object.keys(problemCodes).filter((code) => !source.includes(`'${code}'`));
  expect(unused).toEqual([]);
});

test('a code is a few words in kebab case', () => {
  for (const code of Object.keys(problemCodes)) expect(code).toMatch(/^[a-z]+(?:-[a-z]+){1,3}$/);
});
