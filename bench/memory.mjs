/** The most memory that a run ever holds, as the requests and the targets grow. */
import { ratio } from './numbers.mjs';
import { runApart } from './run-apart.mjs';
import { startSandboxes } from './sandboxes.mjs';

async function measure(title, targets, effort) {
  const measured = await runApart(targets, effort);
  console.log(`${title}: ${measured.requests} requests, peak ${Math.round(measured.peakMiB)} MiB`);
  return measured;
}

const one = await startSandboxes();
const single = await measure('one check', one.targets, {
  depth: 'quick',
  only: ['token-b2b/response/status'],
});
const thorough = await measure('thorough', one.targets, { depth: 'thorough' });
const tenfold = await measure('thorough, ten times the runs', one.targets, {
  depth: 'thorough',
  runs: 1200,
});
one.close();

const forty = await startSandboxes({ faulty: 40 });
const many = await measure(`standard, ${forty.targets.length} targets`, forty.targets, {
  depth: 'standard',
});
forty.close();

console.log(`
ten times the requests            ${ratio(tenfold.peakMiB, thorough.peakMiB)}
thorough against a single check   ${ratio(thorough.peakMiB, single.peakMiB)}
a target more                     ${((many.peakMiB - thorough.peakMiB) / (forty.targets.length - 1)).toFixed(1)} MiB`);
