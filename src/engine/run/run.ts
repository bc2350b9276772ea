import type { Result } from '../../../schemas/generated/result.js';
import { loadCatalogue, useOwnRequirements } from '../catalogue/catalogue.js';
import { chooseIds } from '../catalogue/choose.js';
import { InputProblem } from '../input/input-problem.js';
import { suggestion } from '../input/nearest-name.js';
import type { RunPlan } from '../plan/plan.js';
import type { CheckReport } from '../session/check-report.js';
import { fitBudgets } from './budgets.js';
import { buildResult } from './build-result.js';
import { runSuites } from './run-suites.js';

/** How a run is watched and stopped. */
export interface RunOptions {
  /** Failed SHOULDs count as failures. */
  strict?: boolean;
  /** Called as each check is done, with the milliseconds that it took. */
  onCheck?: (report: CheckReport, durationMs: number) => void;
  /** Stops the run; what was found by then becomes the result. */
  signal?: AbortSignal;
}

/**
 * Runs a plan, or in a dry run only says what it would send.
 *
 * @throws InputProblem where `only` and `skip` leave no check.
 */
export async function run(
  plan: RunPlan,
  options: RunOptions = {},
): Promise<{ result: Result; reports: CheckReport[] }> {
  useOwnRequirements(plan.suites ?? []);
  requireChecks(plan);
  const startedAt = Date.now();
  const fitted = await fitBudgets(plan);
  const { reports, durations } = await runSuites(fitted, options);
  const facts = {
    startedAt,
    finishedAt: Date.now(),
    interrupted: options.signal?.aborted ?? false,
    strict: options.strict ?? false,
    durations,
  };
  return { result: buildResult(fitted, reports, facts), reports };
}

function requireChecks(plan: RunPlan): void {
  const ids = [...loadCatalogue().keys()];
  if (chooseIds(ids, plan).length > 0) return;
  const asked = plan.only.join(', ');
  throw new InputProblem(
    'no-check-chosen',
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
