import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Runs the suites over targets in a child process.
 *
 * @param runs Runs of each property, instead of the depth's own.
 * @returns requests, milliseconds in checks and in all, peak memory in MiB, verdicts
 */
export async function runApart(targets, { depth, runs, only = [] }) {
  const child = fork(fileURLToPath(new URL('run-process.mjs', import.meta.url)));
  child.send({
    targets: targets.map((target) => (runs === undefined ? target : { ...target, runs })),
    seed: 42,
    depth,
    only,
    skip: [],
    dryRun: false,
    replay: ['snap-conformance', 'run'],
  });
  const [measured] = await once(child, 'message');
  await once(child, 'exit');
  return measured;
}
