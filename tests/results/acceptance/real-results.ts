import type { Result, TargetResult } from '../../../schemas/generated/result.js';
import type { RunPlan, TargetPlan } from '../../../src/engine/plan/plan.js';
import { summarize } from '../../../src/engine/run/result/verdict.js';
import { run } from '../../../src/engine/run/run.js';
import { verdictByOutcomes } from '../../../src/results/by-outcomes.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';

type SandboxOptions = Parameters<typeof startSandboxTarget>[1];

/** What a quick run finds of a sandbox that is named `bank`. */
export async function resultOfRun(
  options: SandboxOptions = {},
  changes: Partial<RunPlan> = {},
  change: (target: TargetPlan) => TargetPlan = (target) => target,
): Promise<Result> {
  const { sandbox, target } = await startSandboxTarget('bank', options);
  const result = await run(planOf([change(target)], { depth: 'quick', ...changes }));
  await sandbox.close();
  // As it comes out of its file.
  return JSON.parse(JSON.stringify(result)) as Result;
}

/** A result whose first target was changed, with the verdict and the counts that its outcomes then come to. */
export function withTarget(result: Result, change: (target: TargetResult) => TargetResult): Result {
  const [first, ...others] = result.targets;
  if (!first) throw new Error('a target was tested');
  const target = change(first);
  const judged = {
    ...target,
    verdict: verdictByOutcomes(target),
    summary: summarize(target.checks),
  };
  return { ...result, targets: [judged, ...others] };
}

/** The same for one of its checks. */
export function withCheck(
  result: Result,
  id: string,
  change: (check: TargetResult['checks'][number]) => TargetResult['checks'][number],
): Result {
  return withTarget(result, (target) => ({
    ...target,
    checks: target.checks.map((check) => (check.id === id ? change(check) : check)),
  }));
}
