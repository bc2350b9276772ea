import { fork } from 'node:child_process';

/** A changed loop can go on for ever. Once no server is done for so long, the proof is given up. */
const silentMs = 10 * 60_000;

/**
 * Proves a mutant in a process of its own.
 *
 * @param proof File of the bundled proof.
 * @param job What prove-mutant.mjs is told.
 * @returns the first server of which something else is found (`by`), if any; how many servers were tested;
 * and what came out otherwise only once (`unsteady`)
 */
export function tryMutant(proof, job) {
  return new Promise((resolve) => {
    const child = fork(proof, [JSON.stringify(job)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let result;
    let said = '';
    let silent = false;
    const silence = setTimeout(() => {
      silent = true;
      child.kill('SIGKILL');
    }, silentMs);
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-2000);
    });
    child.on('message', ({ ended }) => {
      silence.refresh();
      result = ended;
    });
    child.on('close', (code) => {
      clearTimeout(silence);
      const last = /^\w*Error.*$/m.exec(said)?.[0] ?? said.trim().split('\n').at(-1);
      const what = silent ? 'the run never ends' : `the run ends with ${code}: ${last}`;
      resolve(result ?? { by: { stage: '', name: '', what }, servers: 0, unsteady: [] });
    });
  });
}
