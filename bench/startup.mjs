/** How long the command takes besides its requests, against node itself. */
import { bareLoop } from './bare-loop.mjs';
import { commandFor, timeNode } from './command.mjs';
import { median, ms } from './numbers.mjs';
import { runApart } from './run-apart.mjs';
import { startSandboxes } from './sandboxes.mjs';

const rounds = 7;
const packages = [
  'undici',
  'fast-check',
  '@faker-js/faker/locale/id_ID',
  'ajv/dist/2020.js',
  'commander',
  'p-queue',
];
const imports = packages.map((name) => `import '${name}';`).join('');
const { targets, close } = await startSandboxes();
const [target] = targets;
const { main, run, remove } = commandFor(targets);
const { requests } = await runApart(targets, { depth: 'quick' });
await bareLoop(target, 500);

const cases = {
  'node -e 0': () => timeNode(['-e', '0']),
  // What any run needs, whatever its own code does: the rest is the package's.
  'the packages of a run': () => timeNode(['--input-type=module', '-e', imports]),
  '--help': () => timeNode([main, '--help']),
  list: () => timeNode([main, 'list']),
  'run, one check': () =>
    timeNode([...run, '--depth', 'quick', '--only', 'token-b2b/response/status']),
  [`run, quick, less a bare loop of ${requests}`]: async () => {
    const whole = await timeNode([...run, '--depth', 'quick']);
    return whole - (await bareLoop(target, requests));
  },
};
const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1)
  // In turn, so that a busy moment of the machine meets all of them.
  for (const [name, time] of Object.entries(cases)) times[name].push(await time());
const base = median(times['node -e 0']);
for (const [name, values] of Object.entries(times))
  console.log(
    `${name.padEnd(40)} ${ms(median(values)).padStart(8)}  ${(median(values) / base).toFixed(1)} starts`,
  );
close();
remove();
