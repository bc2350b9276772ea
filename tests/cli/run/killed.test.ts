import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownOutcome } from '../../../reports/shared/shown-outcome.js';
import { atOnce } from '../../../src/engine/checks/at-once.js';
import { snap, start } from '../command.js';
import { sandboxWorkspace, type Workspace } from '../workspace.js';

/** A check that `--verbose` told of: its outcome and its id. */
const toldLine = /^(\S.*?) +bank (\S+) \(\d+ ms, \d+ requests?\)$/gm;

/** Kills a run as soon as it has told of so many checks, and gives all that it told, by check. */
async function killAfter(checks: number, { path }: Workspace, out: string) {
  const args = ['run', '--depth', 'quick', '--verbose', '--out', out];
  const { child, ended } = start(args, { cwd: path });
  let text = '';
  child.stderr.on('data', (data) => {
    text += data;
    if ([...text.matchAll(toldLine)].length >= checks) child.kill('SIGKILL');
  });
  const { stderr } = await ended;
  return {
    signal: child.signalCode,
    told: new Map([...stderr.matchAll(toldLine)].map(([, outcome, id]) => [id, outcome])),
  };
}

test('kill -9 at twenty random moments: every check told as done before is in the recovered report', async () => {
  const space = await sandboxWorkspace('takes-epoch');
  const moment = fc.noBias(fc.integer({ min: 1, max: 390 }));
  const moments = fc.sample(moment, { numRuns: 20, seed: 20261201 });
  let killed = 0;
  // Two at a time: most of it is waiting for a command to start.
  await atOnce(moments.length, 2, async (index) => {
    const checks = moments[index] ?? 1;
    const out = `run-${index}`;
    const { signal, told } = await killAfter(checks, space, out);
    expect(told.size).toBeGreaterThanOrEqual(checks);
    if (signal !== 'SIGKILL') return;
    killed += 1;
    expect(existsSync(join(space.path, out, 'result.json'))).toBe(false);
    const { status } = await snap(['report', '--recover', out, '--reporter', 'json'], {
      cwd: space.path,
    });
    const { run, targets } = space.result(out);
    const found = targets[0]?.checks ?? [];
    const done = new Map(found.map((check) => [check.id, check]));
    for (const [id = '', outcome] of told) {
      const check = done.get(id);
      expect(check && shownOutcome(check), `${id} of run ${index}`).toBe(outcome);
      expect(check?.notReached).toBeUndefined();
    }
    const reached = found.filter(({ notReached }) => !notReached).length;
    expect(run.recovered?.checks).toBe(reached);
    expect(run.interrupted).toBe(reached < found.length);
    expect(status).toBe(run.interrupted ? 130 : 1);
    if (run.interrupted) expect(targets[0]?.verdict).not.toBe('conformant');
    // The journal has done its service.
    expect(readdirSync(join(space.path, out))).toEqual(['result.json']);
  });
  // The last moments may come when the run has ended.
  expect(killed).toBeGreaterThanOrEqual(18);
}, 300_000);
