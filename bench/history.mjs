/** How long `report history` takes over a hundred results, against reading and validating the same files. */
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { historyPage } from '../dist/reports/history/page.js';
import { freshClients, startConfiguredSandbox } from '../dist/src/api/configured-sandbox.js';
import { shippedSuites } from '../dist/src/api/shipped-suites.js';
import { planRun } from '../dist/src/cli/run/plan-run.js';
import { planAll } from '../dist/src/engine/config/plan-all.js';
import { run } from '../dist/src/engine/run/run.js';
import { findResults } from '../dist/src/results/history/find-results.js';
import { readHistory } from '../dist/src/results/history/read-history.js';
import { readResult } from '../dist/src/results/read-result.js';
import { median, ms, ratio } from './numbers.mjs';

const count = 100;
const times = 5;
const day = 24 * 60 * 60 * 1000;

const { target, sandbox } = await startConfiguredSandbox({
  name: 'bank',
  profile: 'snap-bi',
  clients: await freshClients(),
  faults: [],
});
const flags = { depth: 'standard', seed: 42 };
const source = { file: 'the benchmark', folder: process.cwd(), config: { targets: [target] } };
const result = await run(
  planRun(flags, shippedSuites(), planAll(source, flags), ['snap-conformance', 'run']),
);
await sandbox.close();

const folder = mkdtempSync(join(tmpdir(), 'snap-history-'));
let bytes = 0;
for (let index = 0; index < count; index += 1) {
  const startedAt = new Date(Date.UTC(2026, 0, 1) + index * day).toISOString();
  const own = {
    ...result,
    run: { ...result.run, startedAt },
    targets: result.targets.map(spoilt(index)),
  };
  const file = join(folder, String(index), 'result.json');
  mkdirSync(join(folder, String(index)));
  writeFileSync(file, `${JSON.stringify(own, null, 2)}\n`);
  bytes += statSync(file).size;
}

/** Each result has another check that fails, so that there is something to tell. */
function spoilt(index) {
  return (each) => ({
    ...each,
    checks: each.checks.map((check, at) =>
      at % count === index && check.outcome === 'passed' ? { ...check, outcome: 'failed' } : check,
    ),
  });
}

const reading = [];
const whole = [];
let page = '';
for (let time = 0; time < times; time += 1) {
  let begun = performance.now();
  for (const file of findResults([folder])) readResult(file);
  reading.push(performance.now() - begun);
  begun = performance.now();
  page = historyPage(readHistory([folder]).history);
  whole.push(performance.now() - begun);
}
rmSync(folder, { recursive: true });

console.log(`${count} results, ${Math.round(bytes / 1e6)} MB
reading and validating them   ${ms(median(reading))}
history.html of them          ${ms(median(whole))}, ${ratio(median(whole), median(reading))}; ${Buffer.byteLength(page)} bytes`);
