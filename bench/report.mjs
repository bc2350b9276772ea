/** How large report.html gets, and how soon it can be read: of a thorough run over a sandbox with forty faults. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { html } from '../dist/reports/html.js';
import { freshClients, startConfiguredSandbox } from '../dist/src/api/configured-sandbox.js';
import { shippedSuites } from '../dist/src/api/shipped-suites.js';
import { planRun } from '../dist/src/cli/run/plan-run.js';
import { planAll } from '../dist/src/engine/config/plan-all.js';
import { run } from '../dist/src/engine/run/run.js';
import { faults } from '../dist/src/sandbox/faults/index.js';
import { median, ms } from './numbers.mjs';

const times = 5;

/** Faults that take what they should refuse: many of them leave each other, and the control, alone. */
const lax = faults.filter(
  ({ tls, slow, profile, overrides, call, prefix, customer, trips }) =>
    !(tls || slow || profile || overrides || call || prefix || customer) &&
    trips.every((id) => /\/(rejects|refuses)-/.test(id)),
);

/** Some faults of a service, from all over its list. */
function spread(service, count) {
  const own = lax.filter((fault) => fault.service === service);
  return Array.from({ length: count }, (_, at) => own[Math.floor((at * own.length) / count)]);
}

const forty = [
  ...spread('token-b2b', 20),
  ...spread('transaction', 14),
  ...spread('token-b2b2c', 6),
];
const { target, sandbox } = await startConfiguredSandbox({
  name: 'forty faults',
  profile: 'snap-bi',
  clients: await freshClients(),
  faults: forty,
});
const flags = { depth: 'thorough', seed: 42 };
const source = { file: 'the benchmark', folder: process.cwd(), config: { targets: [target] } };
const plan = planRun(flags, shippedSuites(), planAll(source, flags), ['snap-conformance', 'run']);
const result = await run(plan);
await sandbox.close();

const rendered = [];
for (let time = 0; time < times; time += 1) {
  const begun = performance.now();
  html.render(result);
  rendered.push(performance.now() - begun);
}
const page = html.render(result);

const executablePath = process.env.CHROME_PATH ?? '/usr/bin/chromium';
const shown = existsSync(executablePath)
  ? `${ms(median(await loadTimes()))} until it can be read and searched`
  : `not measured: there is no ${executablePath}; CHROME_PATH names another one`;

/** Milliseconds from opening the file to the page being ready, each time in a new tab. */
async function loadTimes() {
  const folder = mkdtempSync(join(tmpdir(), 'snap-bench-'));
  const file = join(folder, 'report.html');
  writeFileSync(file, page);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const loaded = [];
  for (let time = 0; time < times; time += 1) {
    const tab = await browser.newPage();
    await tab.goto(pathToFileURL(file).href);
    // Ready: laid out, the script has run, and what is packed is there.
    await tab.locator('html.unpacked').waitFor({ state: 'attached' });
    await tab.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');
    loaded.push(await tab.evaluate('performance.now()'));
    await tab.close();
  }
  await browser.close();
  rmSync(folder, { recursive: true });
  return loaded;
}

const [{ summary, checks, stats }] = result.targets;
console.log(`${forty.length} faults, ${stats.requests} requests, ${checks.length} checks: ${summary.failed} failed, ${summary.warnings} warnings
result.json   ${JSON.stringify(result).length} bytes
report.html   ${Buffer.byteLength(page)} bytes
rendering     ${ms(median(rendered))}
in Chromium   ${shown}`);
