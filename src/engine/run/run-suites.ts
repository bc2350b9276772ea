import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { TestCase, TestSpecification } from 'vitest/node';
import { byAreaOrder } from '../catalogue/area-order.js';
import { escapeRegExp } from '../input/escape-reg-exp.js';
import { InputProblem } from '../input/input-problem.js';
import { ownModule, packageRoot, suitesFolder } from '../input/package-root.js';
import type { RunPlan } from '../plan/plan.js';
import type { CheckReport } from '../session/check-report.js';
import type { RunOptions } from './run.js';

/** What the suites reported, and the milliseconds spent on each target's checks, by name. */
export interface SuiteReports {
  reports: CheckReport[];
  durations: ReadonlyMap<string, number>;
}

/**
 * Runs the suites over a plan: vitest, in this process, with one worker in which the suites share one
 * session a target.
 *
 * @throws Error where a suite itself can't be run.
 */
export async function runSuites(
  plan: RunPlan,
  options: Pick<RunOptions, 'onCheck' | 'signal'> = {},
): Promise<SuiteReports> {
  const own = plan.suites ?? [];
  const { startVitest, BaseSequencer } = await import('vitest/node');
  const reports: CheckReport[] = [];
  const durations = new Map<string, number>();
  const broken: string[] = [];
  const told = new Set<string>();
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
    // The user's suites are to share this run's modules, wherever they lie.
    resolve: {
      alias: [
        { find: 'snap-conformance/suite', replacement: suiteModule },
        { find: 'snap-conformance', replacement: ownModule('index') },
      ],
    },
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
        include: ['**/*.suite.{js,ts}', ...own.map(({ suite }) => escapeGlob(suite))],
        exclude: [],
        pool: 'threads',
        isolate: false,
        fileParallelism: false,
        maxWorkers: 1,
        // What is built needs nothing of vite: node loads it itself, in half the time and memory.
        server: { deps: { external: [ownScripts] } },
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
              const duration = test.diagnostic()?.duration ?? 0;
              durations.set(report.target, (durations.get(report.target) ?? 0) + duration);
              options.onCheck?.(report, duration);
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
      // What vitest would say or draw is no part of the command's output.
      { stdout: nowhere(), stderr: nowhere() },
    );
    await vitest.close();
  } finally {
    giveSignalsBack();
    // vitest sets the exit status for a failed test; here a failed check is a result, not a breakdown.
    process.exitCode = exitCode;
    rmSync(cache, { recursive: true, force: true });
  }
  if (broken.length > 0 && own.length > 0)
    throw new InputProblem('suites-failed', `the suites could not be run: ${broken.join('; ')}`, {
      file: own.map(({ file }) => file).join(', '),
      remedy: 'Without `suites` in the config the shipped ones run alone.',
    });
  if (broken.length > 0) throw new Error(`the suites could not be run: ${broken.join('; ')}`);
  return { reports, durations };
}

/** The scripts of this package, by the names that vite has for files. */
const ownScripts = new RegExp(`^${escapeRegExp(packageRoot.replaceAll('\\', '/'))}/.*\\.js$`);

/** What the user's suites import: of the same build as the suites that run. */
const suiteModule = ['index.js', 'index.ts']
  .map((name) => join(suitesFolder, name))
  .find((file) => existsSync(file)) as string;

/** A path as a pattern that fits itself alone. */
function escapeGlob(path: string): string {
  return path.replace(/[\\*?[\]{}()!]/g, '\\$&');
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

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
