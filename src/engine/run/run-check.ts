import type { CheckResult } from '../../../schemas/generated/result.js';
import type { Profile } from '../../../schemas/resolved.js';
import { originsOf } from '../catalogue/origins-of.js';
import { CheckContext } from '../checks/check.js';
import { RunEnded } from '../http/run-ended.js';
import { effortAt } from '../plan/effort.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import { CheckEnded, type Finding } from '../session/outcome.js';
import type { ServiceId } from '../session/service.js';
import type { Session } from '../session/session.js';
import { replayCommand } from './replay.js';
import { effortOf, type Step } from './steps.js';

/**
 * Runs one check against one target. What breaks inside a check is `cantTell`, never a pass.
 *
 * @returns undefined when the run was stopped before the check came to an end
 */
export async function runCheck(
  plan: RunPlan,
  step: Step,
  session: Session<ServiceId>,
): Promise<CheckResult | undefined> {
  const { id, under } = step;
  if (under.inapplicable !== undefined)
    return resultOf(plan, step, session, {
      outcome: 'inapplicable',
      message: under.inapplicable,
      exchanges: [],
    });
  const context = new CheckContext(session, id, {
    seed: plan.seed,
    effort: effortOf(plan, session.target),
    slow: plan.slow,
    confirmation: step.confirmation,
  });
  try {
    return resultOf(plan, step, session, await find(step, context));
  } catch (error) {
    if (error instanceof RunEnded) return undefined;
    const { message } = error as Error;
    return resultOf(plan, step, session, {
      outcome: 'cantTell',
      message: `the check itself broke, please report it: ${message}`,
      exchanges: [],
    });
  }
}

async function find({ check }: Step, context: CheckContext<ServiceId>): Promise<Finding> {
  try {
    requireService(context);
    check.when?.(context);
    return await check.run(context);
  } catch (error) {
    if (error instanceof CheckEnded) return error.finding;
    throw error;
  }
}

/** @throws CheckEnded when the config names nothing of this service. */
export function requireService({ session }: CheckContext<ServiceId>): void {
  const lacking = session.service.adapter.lacking?.(session.target);
  if (lacking) throw lacking;
}

function resultOf(
  plan: RunPlan,
  { id, area, check, requirement, under }: Step,
  session: Session<ServiceId>,
  { shownBy = id, ...finding }: Finding,
): CheckResult {
  const { level, lowered, sources } = under;
  const { profile, name } = session.target;
  const { redactor } = session.state;
  const cut = requirement.kind === 'property' ? shortfall(plan, session.target, finding) : '';
  return {
    id,
    level,
    ...(lowered !== undefined && { lowered }),
    ...finding,
    ...(finding.counterexample && {
      counterexample: {
        ...finding.counterexample,
        value: redactor.value(finding.counterexample.value),
      },
    }),
    message: redactor.text(finding.message + cut),
    sources: [
      ...settingSources(profile, area.service.adapter.id, check.settings ?? []),
      ...sources,
    ],
    ...(finding.outcome === 'failed' && {
      replay: replayCommand(plan, name, [...new Set([id, shownBy])]),
    }),
  };
}

/** What a budget cut off, in words. */
function shortfall(
  { depth }: RunPlan,
  { effort, limits }: TargetPlan,
  { outcome }: Pick<Finding, 'outcome'>,
): string {
  const whole = effortAt[depth].runs;
  if (!effort || effort.runs >= whole || outcome !== 'passed') return '';
  return ` (${effort.runs} of ${whole} runs, for the budget of ${limits.maxRequests} requests)`;
}
/** Where the profile has the values from that a check goes by, unless that is the standard itself. */
function settingSources(profile: Profile, service: string, pointers: readonly string[]): string[] {
  const found = pointers
    .flatMap((pointer) => originsOf(profile, service, pointer))
    .filter(([, origin]) => origin.profile !== 'snap-bi')
    .map(([, origin]) => `${origin.source} (${origin.confidence})`);
  return [...new Set(found)];
}
