import type { Result } from '../../../schemas/generated/result.js';
import { chooseIds } from '../catalogue/choose.js';
import { InputProblem } from '../input/input-problem.js';
import { suggestion } from '../input/nearest-name.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import { fitBudgets } from './budgets.js';
import type { CheckReport } from './check-report.js';
import { Compactor } from './compact.js';
import type { JournalEntry } from './journal-entry.js';
import { buildResult, headOf } from './result/build-result.js';
import { openTarget } from './result/open-target.js';
import { runServices, type TargetFindings } from './run-target.js';
import { servicesByTarget } from './services-by-target.js';
import { sideBySide } from './side-by-side.js';

/** How a run is watched and stopped. */
export interface ExecutionOptions {
  /** Failed SHOULDs count as failures. */
  strict?: boolean;
  /** Called as each check is done: nothing changes its outcome any more. */
  onCheck?: (report: CheckReport) => void;
  /** Keeps a journal: told of the run before anything is sent, and of each check before `onCheck` is. */
  record?: ((entry: JournalEntry) => void) | undefined;
  /** Targets that are tested at once. Default 8; 1 when all of them are the same server. */
  targetsAtOnce?: number;
  /** Stops the run; what was found by then becomes the result. */
  signal?: AbortSignal;
}

/**
 * Tests the targets of a plan. All that a run knows lives in it: several may go on at once.
 *
 * @throws InputProblem when `only` and `skip` leave no check, and for a budget that is too small.
 */
export async function run(plan: RunPlan, options: ExecutionOptions = {}): Promise<Result> {
  requireChecks(plan);
  const { onCheck, record, signal, strict = false, targetsAtOnce = 8 } = options;
  const startedAt = Date.now();
  const fitted = fitBudgets(plan);
  if (record) open(fitted, { startedAt, strict }, record);
  const findings: (TargetFindings | undefined)[] = [];
  const compactor = new Compactor();
  await sideBySide(servicesByTarget(fitted.targets), targetsAtOnce, (services, _, onAnswer) =>
    runServices(fitted, services, { onCheck, record, signal, onAnswer }, (found, at) => {
      const target = services[at] as TargetPlan;
      findings[fitted.targets.indexOf(target)] = compactor.copy(found);
    }),
  );
  return buildResult(fitted, findings, {
    startedAt,
    finishedAt: Date.now(),
    interrupted: signal?.aborted ?? false,
    strict,
  });
}

/** Tells a journal what the run is to do. One target after another: a result of many targets is large. */
function open(
  plan: RunPlan,
  { startedAt, strict }: { startedAt: number; strict: boolean },
  record: (entry: JournalEntry) => void,
): void {
  const head = headOf(plan, { startedAt, finishedAt: startedAt, interrupted: false });
  record({ entry: 'run', head });
  for (const target of plan.targets)
    record({ entry: 'target', target: openTarget(plan, target, strict) });
}

function requireChecks(plan: RunPlan): void {
  const { catalogue } = plan.suites;
  if (chooseIds(catalogue, plan).length > 0) return;
  const asked = plan.only.join(', ');
  const [first] = plan.only;
  const hint = first === undefined ? '' : suggestionShort(first, [...catalogue.keys()]);
  throw new InputProblem(
    'no-check-chosen',
    asked === '' ? '--skip leaves no check' : `no check matches --only ${asked}`,
    { remedy: `${hint}\`snap-conformance list\` shows all ids; * stands for any text.` },
  );
}

function suggestionShort(glob: string, ids: readonly string[]): string {
  const text = suggestion(glob.replaceAll('*', ''), ids);
  return text.startsWith('Did') ? `${text} ` : '';
}
