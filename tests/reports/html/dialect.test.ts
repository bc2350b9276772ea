import { beforeAll, expect, test } from 'vitest';
import { dialectInIndonesian } from '../../../reports/html/dialect-said.js';
import { html } from '../../../reports/html.js';
import type { Result } from '../../../schemas/generated/result.js';
import { run } from '../../../src/engine/run/run.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';

/** Words that the field has in English, and what the target says. */
const same = new Set(['tokenType', 'transaction: tokenType', 'token-b2b2c: tokenType', 'TLS 1.2']);

let result: Result;

beforeAll(async () => {
  const started = await Promise.all([
    startSandboxTarget('plain', { transaction: true, customer: true }),
    startSandboxTarget('encrypted', { tls: true }),
    startSandboxTarget('busy', { faults: ['throttles-without-a-time'] }),
  ]);
  result = await run(
    planOf(
      started.map(({ target }) => target),
      { depth: 'standard' },
    ),
  );
  await Promise.all(started.map(({ sandbox }) => sandbox.close()));
}, 300_000);

test('every name in the dialect of a run has words in Indonesian', () => {
  const names = new Set(result.targets.flatMap(({ dialect }) => Object.keys(dialect)));
  expect(names.size).toBeGreaterThan(30);
  const lacking = [...names].filter(
    (name) => !same.has(name) && dialectInIndonesian(name) === undefined,
  );
  expect(lacking).toEqual([]);
});

test('so have the values that are ours, and what a target said stays as it is', () => {
  const values = result.targets.flatMap(({ dialect }) =>
    Object.values(dialect).flatMap((value) => value as unknown[]),
  );
  const english = /\b(the|a|an|of|at|in|each|time|refused|accepted|taken|slowest|none|again)\b/;
  const lacking = values.filter(
    (value) =>
      typeof value === 'string' &&
      english.test(value) &&
      !value.startsWith('HTTP ') &&
      dialectInIndonesian(value) === undefined,
  );
  expect(lacking).toEqual([]);
  expect(dialectInIndonesian('HTTP 401 4017300 "Unauthorized. Signature"')).toBeUndefined();
});

test('the page says them in its language', () => {
  const page = html.render(result, { lang: 'id' });
  expect(page).toContain('format timestamp yang diterima');
  expect(page).toContain('transaction: respons atas missing-field');
  expect(page).not.toMatch(/>accepted timestamp forms</);
});
