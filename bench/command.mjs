/** Starts the command, and says how long it took. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../dist/command/main.js', import.meta.url));

/**
 * Runs node in a child process.
 *
 * @returns milliseconds until it ended
 */
export async function timeNode(args) {
  const begun = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const [status] = await once(child, 'close');
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return performance.now() - begun;
}

/** A folder with a config of these targets, and the words that run the command on it. */
export function commandFor([{ baseUrl, client, otherClient }]) {
  const folder = mkdtempSync(join(tmpdir(), 'snap-bench-'));
  const config = join(folder, 'snap.config.json');
  const target = { name: 'sandbox', profile: 'snap-bi', baseUrl, client, otherClient };
  writeFileSync(config, JSON.stringify({ targets: [target] }));
  return {
    main,
    run: [main, 'run', '--config', config, '--out', join(folder, 'out'), '--quiet'],
    remove: () => rmSync(folder, { recursive: true }),
  };
}
