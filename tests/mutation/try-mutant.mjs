import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { withMutant } from './packages.mjs';

const prover = fileURLToPath(new URL('prove-package.mjs', import.meta.url));
/**
 * A changed loop can run on for ever: minutes after which a proof is given up, and the change is noticed.
 * Everything takes far longer than what is near, and an end of patience mustn't be taken for a notice.
 */
const patience = { near: 20, everything: 120 };

/**
 * Proves a package, or a part of it, in a process of its own.
 *
 * @returns The first target that isn't as declared (`by`), if any, and how many were tested.
 */
export function prove(job, minutes = patience.near) {
  return new Promise((resolve) => {
    const child = fork(prover, [JSON.stringify(job)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let told;
    let said = '';
    const giveUp = setTimeout(() => child.kill('SIGKILL'), minutes * 60_000);
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-2000);
    });
    child.on('message', (message) => {
      told = message;
    });
    child.on('close', (code) => {
      clearTimeout(giveUp);
      const last = /^\w*Error.*$/m.exec(said)?.[0] ?? said.trim().split('\n').at(-1);
      resolve(
        told ?? {
          by: { stage: '', name: '', what: `the run ends with ${code ?? 'a kill'}: ${last}` },
          targets: 0,
        },
      );
    });
  });
}

/**
 * First what is most likely to notice, with few probes and then with as many as the depth sends; then
 * everything, the other areas with few probes as in the proof: a survivor was let through by all of it.
 */
export async function tryMutant(site, { pristine, folder, allAreas, depth, nearOnly, explained }) {
  return withMutant(pristine, folder, site, async (root) => {
    const stages = ['profiles', 'lapses', 'faults', 'variations', 'waiting'];
    const near = { root, pristine, areas: site.areas, stages };
    const quick = await prove({ ...near, depth: 'quick' });
    // The whole proof wouldn't change what is known of an explained one.
    if (quick.by || explained) return quick;
    const usual = await prove({ ...near, depth });
    if (usual.by || nearOnly) return usual;
    return prove(
      { ...near, areas: allAreas, stages: [...stages, 'broken'], depth: 'quick' },
      patience.everything,
    );
  });
}
