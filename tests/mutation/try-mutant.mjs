import { fork } from 'node:child_process';

/** A changed loop can go on for ever. Once no server is done for so long, the proof is given up. */
const silentMs = 10 * 60_000;

/** Whoever sends these says nothing about the change. */
const fromOutside = new Set(['SIGHUP', 'SIGINT', 'SIGKILL', 'SIGTERM']);

/**
 * Proves a mutant in a process of its own.
 *
 * @param proof File of the bundled proof.
 * @param job What prove-mutant.mjs is told.
 * @returns the first server of which something else is found (`by`), if any; how many servers were tested;
 * and what came out otherwise only once (`unsteady`)
 * @throws Error when the process is ended from outside, or when the unchanged package doesn't work either
 */
export function tryMutant(proof, job) {
  return new Promise((resolve, reject) => {
    const child = fork(proof, [JSON.stringify(job)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let ready = false;
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
    child.on('message', (message) => {
      silence.refresh();
      ready ||= message.ready === true;
      result = message.ended;
    });
    child.on('close', (code, signal) => {
      clearTimeout(silence);
      if (result) resolve(result);
      // Whatever broke before the change came into play says nothing about it.
      else if (!ready) reject(new Error(`the proof doesn't start: ${lastWord(said)}`));
      else if (silent) resolve(noticed('the run never ends'));
      else if (fromOutside.has(signal)) reject(new Error(`a proof was ended by ${signal}`));
      else resolve(noticed(`the run ends with ${code ?? signal}: ${lastWord(said)}`));
    });
  });
}

function noticed(what) {
  return { by: { stage: '', name: '', what }, servers: 0, unsteady: [] };
}

/** What a process said of its end. */
function lastWord(said) {
  return /^\w*Error.*$/m.exec(said)?.[0] ?? said.trim().split('\n').at(-1);
}
