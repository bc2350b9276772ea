/** How long the command takes before it has done anything, against node itself. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, ms, ratio } from './numbers.mjs';
import { startSandboxes } from './sandboxes.mjs';

const rounds = 7;
const command = fileURLToPath(new URL('../dist/command/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'snap-bench-'));
const { targets, close } = await startSandboxes();
const [{ baseUrl, client }] = targets;
const config = join(folder, 'snap.config.json');
writeFileSync(
  config,
  JSON.stringify({ targets: [{ name: 'sandbox', profile: 'snap-bi', baseUrl, client }] }),
);

const cases = {
  'node -e 0': ['-e', '0'],
  '--help': [command, '--help'],
  list: [command, 'list'],
  'run, one check': [
    ...[command, 'run', '--config', config, '--out', join(folder, 'out'), '--quiet'],
    ...['--only', 'token-b2b/response/status'],
  ],
};
const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1) {
  // In turn, so that a busy moment of the machine meets all of them.
  for (const [name, args] of Object.entries(cases)) {
    const begun = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
    times[name].push(performance.now() - begun);
  }
}
const base = median(times['node -e 0']);
for (const [name, values] of Object.entries(times))
  console.log(
    `${name.padEnd(16)} ${ms(median(values)).padStart(8)}  ${ratio(median(values), base)}`,
  );
close();
rmSync(folder, { recursive: true });
