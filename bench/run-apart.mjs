import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Runs the suites over targets in a child process.
 *
 * @param runs Runs of each property, instead of the depth's own.
 * @param reports True to write the reports of the command too, into a folder that is removed.
 * @param journal True to keep a journal, as the command does; so it is with reports.
 * @returns requests, milliseconds of the run and with its reports, of the processor until the reports, peak memory and
 * size of the journal in MiB, verdicts
 */
export async function runApart(targets, { depth, runs, only = [], reports = false, journal }) {
  const child = fork(fileURLToPath(new URL('run-process.mjs', import.meta.url)));
  child.send({
    ...{ targets, runs, reports, journal, depth, only },
    ...{ seed: 42, skip: [], replay: ['snap-conformance', 'run'] },
  });
  const [measured] = await once(child, 'message');
  await once(child, 'exit');
  return measured;
}
