/** How fast the suites send and judge, against a loop that only sends. */
import { bareLoop } from './bare-loop.mjs';
import { median, ms, ratio } from './numbers.mjs';
import { runApart } from './run-apart.mjs';
import { startSandboxes } from './sandboxes.mjs';

const pairs = 3;

const { targets, close } = await startSandboxes();
const [target] = targets;
// Neither the first run nor the first loop has to wait for the sandbox to warm up.
await bareLoop(target, 500);

for (const depth of ['standard', 'thorough']) {
  const ratios = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const { requests, runMs, verdicts } = await runApart(targets, { depth });
    const bareMs = await bareLoop(target, requests);
    ratios.push(runMs / bareMs);
    console.log(
      `${depth}, ${requests} requests, ${verdicts}: run ${ms(runMs)}, bare ${ms(bareMs)}, ${ratio(runMs, bareMs)}`,
    );
  }
  console.log(`${depth}, median of ${pairs}: ${ratio(median(ratios), 1)}\n`);
}
close();
