import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/**
 * Starts sandboxes in a child process.
 *
 * @param faulty So many, each with a fault of its own; otherwise a single one without a fault.
 * @param delayMs Milliseconds by which each request is late; nothing on the way unless told.
 * @param concurrency Requests that a target may get at once.
 * @returns their targets, ready for a plan, and what ends the process
 */
export async function startSandboxes({ faulty = 0, delayMs, concurrency = 8 } = {}) {
  const child = fork(fileURLToPath(new URL('sandbox-process.mjs', import.meta.url)));
  child.send({ faulty, delayMs, concurrency });
  const [targets] = await once(child, 'message');
  return { targets, close: () => child.disconnect() };
}
