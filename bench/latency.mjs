/** How well a run hides the time that a distant target takes to answer. */
import { median, ms, ratio } from './numbers.mjs';
import { runApart } from './run-apart.mjs';
import { startSandboxes } from './sandboxes.mjs';

const delayMs = 60;
const concurrency = 16;
const times = 3;

const { targets, close } = await startSandboxes({ delayMs, concurrency });
for (const depth of ['quick', 'standard']) {
  const ratios = [];
  for (let time = 0; time < times; time += 1) {
    const { requests, runMs, verdicts } = await runApart(targets, { depth });
    const least = (requests * delayMs) / concurrency;
    ratios.push(runMs / least);
    console.log(
      `${depth}, ${requests} requests, ${verdicts}: ${ms(runMs)}, at the least ${ms(least)}, ${ratio(runMs, least)}`,
    );
  }
  console.log(`${depth}, median of ${times}: ${ratio(median(ratios), 1)}\n`);
}
close();
