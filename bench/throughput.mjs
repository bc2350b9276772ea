/** How fast the suites send and judge, against a loop that only sends. */
import { bareLoop } from './bare-loop.mjs';
import { median, ms, ratio } from './numbers.mjs';
import { runApart } from './run-apart.mjs';
import { startSandboxes } from './sandboxes.mjs';

const pairs = 3;
const depths = [{ depth: 'standard' }, { depth: 'thorough' }];

const { targets, close } = await startSandboxes();
const [target] = targets;
// Neither the first suite nor the first loop has to wait for the sandbox to warm up.
await bareLoop(target, 500);

for (const effort of depths) {
  const suite = [];
  const bare = [];
  for (let pair = 0; pair < pairs; pair += 1) {
    const measured = await runApart(targets, effort);
    const loopMs = await bareLoop(target, measured.requests);
    suite.push(measured.checksMs);
    bare.push(loopMs);
    console.log(
      `${effort.depth}, ${measured.requests} requests, ${measured.verdicts}: suite ${ms(measured.checksMs)}, bare ${ms(loopMs)}, ${ratio(measured.checksMs, loopMs)}; with start-up ${ms(measured.wallMs)}`,
    );
    if (pair < pairs - 1) continue;
    const ratios = suite.map((value, index) => value / bare[index]);
    console.log(
      `${effort.depth}, median of ${pairs}: suite ${ms(median(suite))} (${Math.round((measured.requests * 1000) / median(suite))} requests/s), bare ${ms(median(bare))}, ${ratio(median(ratios), 1)}\n`,
    );
  }
}
close();
