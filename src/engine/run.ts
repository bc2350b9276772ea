import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestCase, TestSpecification } from 'vitest/node';
import type { Result } from '../../schemas/generated/result.js';
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
  const startedAt = Date.now();
  const cache = mkdtempSync(join(tmpdir(), 'snap-conformance-'));
  const exitCode = process.exitCode;
  class InOrder extends BaseSequencer {
    override async sort(files: TestSpecification[]) {
      return files.toSorted(
        (a, b) =>
          areaRank(a.moduleId) - areaRank(b.moduleId) || a.moduleId.localeCompare(b.moduleId),
      );
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
        provide: { snapPlan: plan },
        reporters: [
          {
            onInit(context) {
              options.signal?.addEventListener(
                'abort',
                () => void context.cancelCurrentRun('keyboard-input'),
                { once: true },
              );
            },
            onUserConsoleLog: () => {},
            onTestCaseResult(test: TestCase) {
              const report = test.meta().snap;
              if (!report) return;
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

/** The areas that judge all messages of the run come last, when all have been seen. */
const lastAreas = ['response', 'expiry', 'errors'];

function areaRank(file: string): number {
  return lastAreas.findIndex((area) => new RegExp(`[/\\\\]${area}\\.suite\\.`).test(file));
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
