import { expect, test } from 'vitest';
import type { CheckResult } from '../../../schemas/generated/result.js';
import { exploringNote, keepWords } from '../../../src/cli/run/exploring-note.js';
import { ids, outcomeOf, resultOf, targetOf } from '../../results/results.js';
import { planOf } from '../../support/sandbox-target.js';

const counterexample = { value: 1, seed: 1, path: '0' };
const failing = (changes: Partial<CheckResult> = {}) =>
  resultOf([targetOf('bank', [outcomeOf(ids.epoch, 'failed', { counterexample, ...changes })])]);
const plan = (words: string[] = []) =>
  planOf([], {
    seed: 7,
    seedFrom: 'random',
    depth: 'quick',
    replay: ['snap-conformance', 'run', ...words],
  });

test('an exploring run that found an input says how to keep it', () => {
  expect(exploringNote(plan(), failing(), ['--update-baseline'])).toBe(
    `
An input failed that exploring found, and another seed may miss. This keeps it in the baseline,
where each later run tries it first:
  snap-conformance run --seed 7 --depth quick --update-baseline
`,
  );
});

test('a run says nothing of it that does not explore, or found nothing new that counts', () => {
  const keep = ['--update-baseline'];
  expect(exploringNote({ ...plan(), seedFrom: 'default' }, failing(), keep)).toBe('');
  expect(exploringNote({ ...plan(), seedFrom: 'given' }, failing(), keep)).toBe('');
  expect(exploringNote(plan(), failing({ known: { reason: 'why' } }), keep)).toBe('');
  const { counterexample: _, ...bare } = outcomeOf(ids.epoch, 'failed', { counterexample });
  expect(exploringNote(plan(), resultOf([targetOf('bank', [bare])]), keep)).toBe('');
  const should = failing({ level: 'SHOULD' });
  expect(exploringNote(plan(), should, keep)).toBe('');
  expect(exploringNote(plan(['--strict']), should, keep)).toContain('--strict --seed 7');
});

test('the baseline has to be named if there is no config for it to stand next to', () => {
  expect(keepWords({}, 'snap.config.json')).toEqual(['--update-baseline']);
  expect(keepWords({}, undefined)).toEqual([
    '--baseline',
    'snap-baseline.yaml',
    '--update-baseline',
  ]);
  expect(keepWords({ baseline: 'b.yaml' }, undefined)).toEqual(['--update-baseline']);
  expect(keepWords({ updateBaseline: true }, 'snap.config.json')).toBeUndefined();
});
