/** The most memory that a run ever holds, as the requests grow; `targets.mjs` has it for many targets. */
import { ratio } from './numbers.mjs';
import { runApart } from './run-apart.mjs';
import { startSandboxes } from './sandboxes.mjs';

const { targets, close } = await startSandboxes();

async function measure(title, effort) {
  const measured = await runApart(targets, effort);
  console.log(`${title}: ${measured.requests} requests, peak ${Math.round(measured.peakMiB)} MiB`);
  return measured;
}

const only = ['token-b2b/response/status'];
const single = await measure('one check', { depth: 'quick', only });
const thorough = await measure('thorough', { depth: 'thorough' });
const tenfold = await measure('thorough, ten times the runs', { depth: 'thorough', runs: 1200 });
close();

console.log(`
ten times the requests            ${ratio(tenfold.peakMiB, thorough.peakMiB)}
thorough against a single check   ${ratio(thorough.peakMiB, single.peakMiB)}`);
