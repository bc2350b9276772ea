import { expect, it } from 'vitest';
import { snap } from '../command.js';
import { failedChecks, workspace } from '../workspace.js';

const only = ['--depth', 'quick', '--only', 'token-b2b/timestamp/*'];

it('tests three sandboxes in one run, and says where the report is', async () => {
  const space = workspace();
  const { status, stdout } = await snap(['demo', ...only], { cwd: space.path });
  expect(status).toBe(0);
  expect(stdout).toContain('snap-report/report.html');
  expect(stdout).toContain('snap-conformance demo --fault takes-epoch');
  const { targets } = space.result();
  expect(targets.map(({ profile, verdict }) => [profile, verdict])).toEqual([
    ['snap-bi', 'conformant'],
    ['doku', 'conformant'],
    ['ayolinx', 'conformant'],
  ]);
  for (const { stats, summary } of targets) {
    expect(stats.requests).toBeGreaterThan(10);
    expect(summary.passed).toBeGreaterThan(10);
  }
});

it('shows a fault on all three, and its replay works', async () => {
  const space = workspace();
  const args = ['demo', ...only, '--fault', 'takes-epoch', '--out', 'shown'];
  const { status } = await snap(args, { cwd: space.path });
  expect(status).toBe(1);
  const result = space.result('shown');
  expect(result.targets.map(({ summary }) => summary.failed)).toEqual([1, 1, 1]);
  const [check] = failedChecks(result);
  expect(check?.id).toBe('token-b2b/timestamp/rejects-epoch');
  const words = check?.replay?.split(' ').slice(1) ?? [];
  const again = await snap(words, { cwd: space.path });
  expect(again.status).toBe(1);
  const [replayed] = space.result().targets;
  expect(replayed?.checks.map(({ id, outcome }) => [id, outcome])).toEqual([[check?.id, 'failed']]);
});

it('calls transactions on all three', async () => {
  const space = workspace();
  const args = ['demo', '--depth', 'quick', '--only', 'transaction/*'];
  const { status } = await snap(args, { cwd: space.path });
  expect(status).toBe(0);
  for (const { name, summary, checks } of space.result().targets) {
    expect(summary, name).toMatchObject({ failed: 0, cantTell: 0 });
    // The checks of a customer need codes, one waits for a token to expire, one needs a token without the scope.
    const untested = checks.filter(({ outcome }) => outcome === 'untested').map(({ id }) => id);
    const known = /\/customer\/|refuses-(?:expired|out-of-scope)-token/;
    expect(
      untested.filter((id) => !known.test(id)),
      name,
    ).toEqual([]);
  }
  expect(space.result().targets.every(({ summary }) => summary.passed > 1)).toBe(true);
});
