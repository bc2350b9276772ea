/** What the journal of a run costs: the same run with and without it, in turns. */
import { median, ms, ratio } from './numbers.mjs';
import { runApart } from './run-apart.mjs';
import { startSandboxes } from './sandboxes.mjs';

const pairs = 5;

const { targets, close } = await startSandboxes();
// Neither of the first two has to wait for the sandbox to warm up.
await runApart(targets, { depth: 'standard' });

const ratios = { time: [], processor: [] };
for (let pair = 0; pair < pairs; pair += 1) {
  const kept = await runApart(targets, { depth: 'thorough', journal: true });
  const bare = await runApart(targets, { depth: 'thorough', journal: false });
  ratios.time.push(kept.runMs / bare.runMs);
  ratios.processor.push(kept.cpuMs / bare.cpuMs);
  console.log(
    `thorough, ${kept.requests} requests, journal of ${kept.journalMiB.toFixed(1)} MiB: ${ms(kept.runMs)}, without ${ms(bare.runMs)}, ${ratio(kept.runMs, bare.runMs)}; processor ${ratio(kept.cpuMs, bare.cpuMs)}`,
  );
}
close();
console.log(
  `\nmedian of ${pairs}: time ${ratio(median(ratios.time), 1)}, processor ${ratio(median(ratios.processor), 1)}`,
);
