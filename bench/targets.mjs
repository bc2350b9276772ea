/** A run of a hundred targets at depth quick: its time against a loop that only sends, and its peak memory. */
import { bareLoop } from './bare-loop.mjs';
import { ms, ratio } from './numbers.mjs';
import { runApart } from './run-apart.mjs';
import { startSandboxes } from './sandboxes.mjs';

const { targets, close } = await startSandboxes({ faulty: 100 });
const one = await startSandboxes();
const { requests, runMs, withReportsMs, peakMiB } = await runApart(targets, {
  depth: 'quick',
  reports: true,
});
const bareMs = await bareLoop(one.targets[0], requests);
console.log(
  `${targets.length} targets, ${requests} requests: run ${ms(runMs)}, bare ${ms(bareMs)}, ${ratio(runMs, bareMs)}; with reports ${ms(withReportsMs)}, ${ratio(withReportsMs, bareMs)}; peak ${Math.round(peakMiB)} MiB`,
);
close();
one.close();
