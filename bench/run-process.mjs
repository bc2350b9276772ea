/** One run in a process of its own, so that its memory and start-up are its own. Started by `run-apart.mjs`. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedSuites } from '../dist/src/api/shipped-suites.js';
import { writeReports } from '../dist/src/api/write-reports.js';
import { keepHeapSmall } from '../dist/src/cli/run/keep-heap-small.js';
import { effortAt } from '../dist/src/engine/plan/effort.js';
import { run } from '../dist/src/engine/run/run.js';
import { RunJournal } from '../dist/src/results/journal/run-journal.js';

/** The most memory that this process ever held, in MiB. */
function peakMiB() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  // maxRSS of a forked process can be the parent's; VmHWM is its own.
  const [, kibibytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'));
  return Number(kibibytes) / 1024;
}

process.once('message', async ({ targets, runs, reports, journal = reports, ...plan }) => {
  // As the command does.
  keepHeapSmall();
  const effort = runs === undefined ? {} : { effort: { ...effortAt[plan.depth], runs } };
  const folder = mkdtempSync(join(tmpdir(), 'snap-bench-'));
  const begun = performance.now();
  const kept = journal && new RunJournal(folder, {}, console.error);
  const result = await run(
    {
      ...plan,
      suites: shippedSuites(),
      targets: targets.map((target) => ({ ...target, ...effort })),
    },
    { record: kept ? (entry) => kept.write(entry) : undefined },
  );
  const runMs = performance.now() - begun;
  const { user, system } = process.cpuUsage();
  const journalMiB = kept ? statSync(kept.path).size / 1024 / 1024 : 0;
  if (reports) await writeReports(result, ['json', 'html', 'junit'], folder);
  if (kept) kept.end(true);
  const withReportsMs = performance.now() - begun;
  rmSync(folder, { recursive: true });
  process.send({
    requests: result.targets.reduce((sum, { stats }) => sum + stats.requests, 0),
    runMs,
    withReportsMs,
    cpuMs: (user + system) / 1000,
    journalMiB,
    peakMiB: peakMiB(),
    verdicts: result.targets.map(({ verdict }) => verdict),
  });
  process.disconnect();
});
