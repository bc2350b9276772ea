import { renderSummary } from '../../reports/console.js';
import type { Result } from '../../schemas/generated/result.js';
import type { RunPlan } from '../engine/plan.js';
import { run } from '../engine/run.js';
import { choose } from './choice.js';
import { dryRunText } from './dry-run.js';
import { exitStatus, exitStatusOf } from './exit-status.js';
import { makeFolder } from './make-folder.js';
import { Progress, type ProgressMode } from './progress.js';
import { quietSummary } from './quiet-summary.js';
import type { RunFlags } from './run-options.js';
import { listenForStop } from './stop-signal.js';
import { terminalOf } from './terminal.js';
import { requireReporters, writeReports } from './write-reports.js';

/**
 * Carries a plan out: tests, shows progress, writes the reports, prints what was found. A first signal
 * ends it gently, with reports of what was found by then.
 *
 * @returns the exit status
 * @throws InputProblem, before anything is sent, where an option can't be followed.
 */
export async function carryOut(plan: RunPlan, flags: RunFlags): Promise<number> {
  const checks = choose(plan).length * plan.targets.length;
  const reporters = requireReporters(flags.reporter);
  if (plan.dryRun) {
    console.log(dryRunText(plan, (await run(plan)).reports));
    return exitStatus.conformant;
  }
  // Before anything is sent: a run whose findings have no place is a waste.
  makeFolder(flags.out, '--out DIR');
  if (!flags.quiet)
    tell(
      `${checks} ${checks === 1 ? 'check' : 'checks'}, depth ${plan.depth}, seed ${plan.seed}\n`,
    );
  const result = await watched(plan, flags, checks);
  const files = writeReports(result, reporters, flags.out);
  const { color, width } = terminalOf(process.stdout);
  if (flags.quiet) process.stdout.write(quietSummary(result));
  else {
    const lines = files.map(({ name, path }) => `  ${name.padEnd(5)}  ${path}\n`);
    process.stdout.write(renderSummary(result, { color, width }));
    if (lines.length > 0) process.stdout.write(`\nReports:\n${lines.join('')}`);
    if (startedByNpx())
      process.stdout.write('\nStarted by npx, the commands above begin with npx.\n');
  }
  return exitStatusOf(result);
}

async function watched(plan: RunPlan, flags: RunFlags, total: number): Promise<Result> {
  const progress = new Progress({
    mode: progressMode(flags),
    total,
    write: tell,
    width: terminalOf(process.stderr).columns,
  });
  const clock = setInterval(() => progress.draw(), 1000);
  const stop = listenForStop(() =>
    tell('\nStopping; what was found so far becomes the report. Again: stop at once.\n'),
  );
  try {
    const { result } = await run(plan, {
      strict: flags.strict ?? false,
      signal: stop.signal,
      onCheck: (report, durationMs) => progress.add(report, durationMs),
    });
    return result;
  } finally {
    stop.release();
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

/** npx tells its children by which command of npm they run; what it starts is not on the PATH. */
function startedByNpx(): boolean {
  return process.env['npm_command'] === 'exec';
}
