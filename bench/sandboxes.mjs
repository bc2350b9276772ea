import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Starts sandboxes in a child process.
 *
 * @param everyFault One for each fault; otherwise a single one without a fault.
 * @returns their targets, ready for a plan, and what ends the process
 */
export async function startSandboxes({ everyFault = false } = {}) {
  const child = fork(fileURLToPath(new URL('sandbox-process.mjs', import.meta.url)));
  child.send({ everyFault });
  const [targets] = await once(child, 'message');
  return { targets, close: () => child.disconnect() };
}
