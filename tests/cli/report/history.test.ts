import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../../schemas/generated/result.js';
import { ids, outcomeOf, resultOf, targetOf } from '../../results/results.js';
import { snap } from '../command.js';
import { workspace } from '../workspace.js';

const resultAt = (day: number, outcome: CheckResult['outcome'], version = '0.1.0') => {
  const startedAt = `2026-03-0${day}T02:00:00.000Z`;
  const latency = { medianMs: day, p95Ms: 10 * day, maxMs: 50 * day, buckets: [] };
  const stats = { requests: 1, durationMs: 1, latency };
  const target = targetOf('bank', [outcomeOf(ids.epoch, outcome)], { stats });
  const result = resultOf([target], { startedAt });
  return JSON.stringify({ ...result, tool: { ...result.tool, version } });
};

function stored(files: Record<string, string>) {
  const space = workspace();
  for (const [file, text] of Object.entries(files)) space.write(file, text);
  return {
    ...space,
    history: (...args: string[]) => snap(['report', 'history', ...args], { cwd: space.path }),
  };
}

describe('report history', () => {
  test('makes one page of what folders hold at any depth, and tells it in short', async () => {
    const space = stored({
      'results/1/result.json': resultAt(1, 'passed'),
      'results/2/result.json': resultAt(2, 'failed'),
      'results/2/attestation.intoto.json': '{"payload": ""}',
      'results/2/badge.json': '{"schemaVersion": 1, "label": "SNAP"}',
      'results/2/report.html': '<!doctype html>',
      'more/third.json': resultAt(3, 'failed', '0.2.0'),
      'more/copy.json': resultAt(2, 'failed'),
    });
    const { status, stdout, stderr } = await space.history('results', 'more', '--out', 'page');
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `3 results of 1 target, 2026-03-01 to 2026-03-03

bank: non-conformant since 2026-03-02 (3 results)
  MUST    ${ids.epoch}
          fails since 2026-03-02, and nothing of ours changed then: the target did
  latency: median 1 → 3 ms, 95 of 100 within 10 → 30 ms

Written: page/history.html
`,
    });
    expect(stderr).toMatch(/^\S+ is a copy of another of these results; it is left out\.\n$/);
    expect(space.read('page/history.html')).toContain(`title of ${ids.epoch}`);
  });

  test('does not put a change of ours down to the target', async () => {
    const { history } = stored({
      'r/1.json': resultAt(1, 'passed'),
      'r/2.json': resultAt(2, 'failed', '0.2.0'),
    });
    const { stdout } = await history('r', '--lang', 'id');
    expect(stdout).toContain(
      'with a change of ours, so it is not put down to the target: another version of the tool: 0.1.0 before, 0.2.0 now\n',
    );
  });

  test.for<[string, Record<string, string>, string]>([
    ['no such folder', {}, 'there is no such folder\n  at r\n'],
    [
      'a folder without a result',
      { 'r/x.json': '{}' },
      'there is no result in this folder\n  at r\n',
    ],
    [
      'a result that is broken',
      { 'r/x.json': '{"schemaVersion": 1, "tool": {}}' },
      'at r/x.json#\n',
    ],
    [
      'a result of a newer version',
      { 'r/x.json': '{"schemaVersion": 9, "tool": {}}' },
      'written by a newer',
    ],
  ])('ends with 2 for %s', async ([, files, said]) => {
    const { status, stdout, stderr } = await stored(files).history('r');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(said);
  });

  test('ends with 2 if the page cannot be written', async () => {
    const { history } = stored({ 'r/1.json': resultAt(1, 'passed'), page: 'a file' });
    const { status, stderr } = await history('r', '--out', 'page');
    expect(status).toBe(2);
    expect(stderr).toContain('Name another folder with --out DIR.');
    expect((await history('r', '--out', 'other')).status).toBe(0);
  });
});
