import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestCase, TestSpecification } from 'vitest/node';
import type { Result } from '../../schemas/generated/result.js';
import { byAreaOrder } from './area-order.js';
import { buildResult } from './build-result.js';
import { loadCatalogue } from './catalogue.js';
import type { CheckReport } from './check-report.js';
import { chooseIds } from './choose.js';
import { InputProblem } from './input-problem.js';
import { suggestion } from './nearest-name.js';
import { packageRoot, suitesFolder } from './package-root.js';
import type { RunPlan } from './plan.js';

/** How a run is watched and stopped. */
export interface RunOptions {
  /** Failed SHOULDs count as failures. */
  strict?: boolean;
  /** Called as each check is done. */
  onCheck?: (report: CheckReport) => void;
  /** Stops the run; what was found by then becomes the result. */
  signal?: AbortSignal;
}

/**
 * Runs a plan: vitest, in this process, with one worker in which the suites share one session a target.
 *
 * @throws InputProblem where `only` and `skip` leave no check.
 */
export async function run(
  plan: RunPlan,
  options: RunOptions = {},
): Promise<{ result: Result; reports: CheckReport[] }> {
  requireChecks(plan);
  const { startVitest, BaseSequencer } = await import('vitest/node');
  const reports: CheckReport[] = [];
  const durations = new Map<string, number>();
  const broken: string[] = [];
  const told = new Set<string>();
  const startedAt = Date.now();
  const cache = mkdtempSync(join(tmpdir(), 'snap-conformance-'));
  const exitCode = process.exitCode;
  const giveSignalsBack = keepSignals();
  let cancel = () => {};
  class InOrder extends BaseSequencer {
    override async sort(files: TestSpecification[]) {
      return files.toSorted((a, b) => byAreaOrder(a.moduleId, b.moduleId));
    }
  }
  // A config or .env of the working directory is not ours to read.
  const inlineConfig = {
    configFile: false as const,
    envDir: false as const,
    cacheDir: cache,
    logLevel: 'silent' as const,
  };
  try {
    const vitest = await startVitest(
      'test',
      [],
      {
        root: packageRoot,
        dir: suitesFolder,
        config: false,
        watch: false,
        include: ['**/*.suite.{js,ts}'],
        exclude: [],
        pool: 'threads',
        isolate: false,
        fileParallelism: false,
        maxWorkers: 1,
        sequence: { sequencer: InOrder },
        cache: false,
        // Not every area has a check that was chosen.
        passWithNoTests: true,
        provide: { snapPlan: plan },
        reporters: [
          {
            onInit(context) {
              giveSignalsBack();
              cancel = () => void context.cancelCurrentRun('keyboard-input');
              options.signal?.addEventListener('abort', cancel, { once: true });
            },
            onTestModuleStart() {
              // A run can be stopped before vitest has one that it could cancel.
              if (options.signal?.aborted) cancel();
            },
            onUserConsoleLog: () => {},
            onTestCaseResult(test: TestCase) {
              const report = test.meta().snap;
              // A cancelled run tells once more of what was done before.
              if (!report || told.has(test.id)) return;
              told.add(test.id);
              reports.push(report);
              durations.set(
                report.target,
                (durations.get(report.target) ?? 0) + (test.diagnostic()?.duration ?? 0),
              );
              options.onCheck?.(report);
            },
            onTestRunEnd(modules, errors) {
              broken.push(
                ...[...errors, ...modules.flatMap((module) => module.errors())].map(
                  (error) => error.message,
                ),
              );
            },
          },
        ],
      },
      inlineConfig,
    );
    await vitest.close();
  } finally {
    giveSignalsBack();
    // vitest sets the exit status for a failed test; here a failed check is a result, not a breakdown.
    process.exitCode = exitCode;
    rmSync(cache, { recursive: true, force: true });
  }
  if (broken.length > 0) throw new Error(`the suites could not be run: ${broken.join('; ')}`);
  const facts = {
    startedAt,
    finishedAt: Date.now(),
    interrupted: options.signal?.aborted ?? false,
    strict: options.strict ?? false,
    durations,
  };
  return { result: buildResult(plan, reports, facts), reports };
}

/**
 * Takes off the listeners with which vitest ends the process at a signal: whether a signal stops the run
 * is the caller's to say, through `signal`. Ends with the function that it gives.
 */
function keepSignals(): () => void {
  const drop = (event: string | symbol, listener: NodeJS.SignalsListener) => {
    if (event !== 'SIGINT' && event !== 'SIGTERM') return;
    // node tells of a listener before it adds it.
    queueMicrotask(() => process.off(event, listener));
  };
  process.on('newListener', drop);
  return () => void process.off('newListener', drop);
}

function requireChecks(plan: RunPlan): void {
  const ids = [...loadCatalogue().keys()];
  if (chooseIds(ids, plan).length > 0) return;
  const asked = plan.only.join(', ');
  throw new InputProblem(
    `no check fits ${asked === '' ? 'what is left after --skip' : `--only ${asked}`}`,
    {
      remedy: `${plan.only[0] === undefined ? '' : suggestionShort(plan.only[0], ids)}\`snap-conformance list\` shows all ids; * stands for any text.`,
    },
  );
}

function suggestionShort(glob: string, ids: readonly string[]): string {
  const text = suggestion(glob.replaceAll('*', ''), ids);
  return text.startsWith('Did') ? `${text} ` : '';
}
