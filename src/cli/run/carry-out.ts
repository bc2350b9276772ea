import type { RenderOptions } from '../../../reports/report.js';
import { seedWords } from '../../../reports/shared/seed-words.js';
import type { Result } from '../../../schemas/generated/result.js';
import { formerText } from '../../api/former-reports.js';
import { requireReporters, writeReports } from '../../api/write-reports.js';
import { chooseIds } from '../../engine/catalogue/choose.js';
import type { RunPlan } from '../../engine/plan/plan.js';
import { fitBudgets } from '../../engine/run/budgets.js';
import { forecastRun } from '../../engine/run/forecast-run.js';
import { run } from '../../engine/run/run.js';
import type { RunJournal } from '../../results/journal/run-journal.js';
import { choose } from '../list/choice.js';
import { exitStatus, exitStatusOf } from '../shared/exit-status.js';
import { makeFolder } from '../shared/make-folder.js';
import { installedCommand, startedByNpx } from '../shared/package-source.js';
import { listenForStop } from '../shared/stop-signal.js';
import { terminalOf } from '../shared/terminal.js';
import type { BaselineOfRun } from './baseline-of-run.js';
import { beginJournal } from './begin-journal.js';
import { dryRunText } from './dry-run.js';
import { exploringNote } from './exploring-note.js';
import { keepHeapSmall } from './keep-heap-small.js';
import { Progress, type ProgressMode } from './progress.js';
import type { RunFlags } from './run-options.js';
import { tellResult } from './tell/tell-result.js';
import { tellUnwritten } from './tell/tell-written.js';

/** What surrounds a run of a command. */
export interface CarryOutContext extends RenderOptions {
  /** Marks the failures that are known. */
  baseline?: BaselineOfRun;
  /** Options of a further run that keeps what an exploring one found. */
  keep?: readonly string[];
}

/**
 * Carries a plan out: tests, shows progress, writes the reports, prints what was found. A first signal
 * ends it gently, with reports of what was found by then. A journal has each check that is done, until the reports are
 * complete.
 *
 * @param context What the reports are told besides the result, and how known failures are marked.
 * @returns the exit status
 * @throws InputProblem, before anything is sent, when an option can't be followed.
 */
export async function carryOut(
  plan: RunPlan,
  flags: RunFlags,
  { baseline, keep, ...rendering }: CarryOutContext = {},
): Promise<number> {
  const { catalogue } = plan.suites;
  // A pattern that matches nothing is a typing error.
  choose(catalogue, plan);
  const checks = plan.targets.reduce(
    (sum, target) => sum + chooseIds(catalogue, plan, target).length,
    0,
  );
  const reporters = requireReporters(flags.reporter);
  if (flags.dryRun) {
    console.log(dryRunText(plan, forecastRun(fitBudgets(plan))));
    return exitStatus.conformant;
  }
  // Before anything is sent: a run whose findings can't be written is wasted.
  makeFolder(flags.out, '--out DIR');
  if (!flags.quiet)
    tell(
      `${checks} ${checks === 1 ? 'check' : 'checks'}, depth ${plan.depth}, seed ${seedWords(plan)}\n`,
    );
  keepHeapSmall();
  const journal = beginJournal(plan, flags.out, { ...rendering, baseline });
  const stop = listenForStop(() =>
    tell(
      '\nStopping; the reports will have what was found so far. A second signal stops at once.\n',
    ),
  );
  try {
    const found = await watched(plan, flags, { checks, journal, signal: stop.signal });
    const { result, save } = baseline?.judge(found) ?? { result: found, save: () => found };
    const written = await writeReports(result, reporters, flags.out, {
      ...rendering,
      ...(flags.lang && { lang: flags.lang }),
    });
    const saved = save();
    journal.end(written.broken.length === 0);
    const explored = keep ? exploringNote(plan, result, keep) : '';
    const started = startedByNpx()
      ? `\nThis was started by npx, so the commands above begin with: ${installedCommand}\n`
      : '';
    tellResult(result, written, { quiet: flags.quiet ?? false, note: `${explored}${started}` });
    tell(formerText(written.former, flags.out));
    return tellUnwritten(written, { out: flags.out, journal })
      ? exitStatusOf(saved)
      : exitStatus.inconclusive;
  } finally {
    journal.end(false);
    stop.release();
  }
}

/** Tests, and shows progress. */
async function watched(
  plan: RunPlan,
  flags: RunFlags,
  { checks: total, journal, signal }: { checks: number; journal: RunJournal; signal: AbortSignal },
): Promise<Result> {
  const progress = new Progress({
    mode: progressMode(flags),
    total,
    write: tell,
    width: terminalOf(process.stderr).columns,
  });
  const clock = setInterval(() => progress.draw(), 1000);
  try {
    return await run(plan, {
      strict: flags.strict ?? false,
      signal,
      record: (entry) => journal.write(entry),
      onCheck: (report) => progress.add(report),
    });
  } finally {
    clearInterval(clock);
    progress.end();
  }
}

function progressMode({ quiet, verbose }: RunFlags): ProgressMode {
  if (quiet) return 'none';
  if (verbose) return 'verbose';
  return process.stderr.isTTY && !process.env['CI'] ? 'live' : 'plain';
}

function tell(text: string): void {
  process.stderr.write(text);
}
