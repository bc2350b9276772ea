import { isDeepStrictEqual } from 'node:util';
import type { CheckResult, Counterexample } from '../../../schemas/generated/result.js';
import type { Profile } from '../../../schemas/resolved.js';
import { say, type Text } from '../../messages/message.js';
import { render, worded } from '../../messages/render.js';
import { originsOf } from '../catalogue/origins-of.js';
import { CheckContext } from '../checks/check.js';
import { Forecast } from '../checks/forecast.js';
import type { Redactor } from '../evidence/redact.js';
import { RunEnded } from '../http/run-ended.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import {
  CheckEnded,
  calledOnce,
  type Finding,
  nothingConfirms,
  untested,
} from '../session/outcome.js';
import type { ServiceId } from '../session/service.js';
import type { Session } from '../session/session.js';
import { replayCommand } from './replay.js';
import { effortOf, type Step, wholeEffortOf } from './steps.js';

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
  const { under } = step;
  if (under.inapplicable !== undefined)
    return resultOf(plan, step, session, {
      outcome: 'inapplicable',
      message: under.inapplicable,
      exchanges: [],
    });
  return ended(plan, step, session, (context) => find(step, context));
}

/**
 * Asks a check that passed what the whole run shows against it.
 *
 * @returns undefined when that is nothing
 */
export async function reviewCheck(
  plan: RunPlan,
  step: Step,
  session: Session<ServiceId>,
): Promise<CheckResult | undefined> {
  return ended(plan, step, session, async (context) => step.check.afterwards?.(context));
}

/** What a check comes to, however it ends. */
async function ended(
  plan: RunPlan,
  step: Step,
  session: Session<ServiceId>,
  ask: (context: CheckContext<ServiceId>) => Promise<Finding | undefined>,
): Promise<CheckResult | undefined> {
  const context = new CheckContext(session, step.id, {
    seed: plan.seed,
    effort: effortOf(plan, session.target),
    slow: plan.slow,
    confirmation: step.confirmation,
    keptInput: session.target.keptInputs?.[step.id],
  });
  try {
    const finding = await ask(context);
    const { keptOutcome: outcome } = context;
    return (
      finding &&
      resultOf(plan, step, session, { ...finding, ...(outcome && { keptInput: { outcome } }) })
    );
  } catch (error) {
    if (error instanceof RunEnded) return undefined;
    const { message } = error as Error;
    return resultOf(plan, step, session, {
      outcome: 'cantTell',
      message: say('run/checks/broke', { why: message }),
      exchanges: [],
    });
  }
}

async function find(step: Step, context: CheckContext<ServiceId>): Promise<Finding> {
  try {
    requireStep(step, context);
    return await step.check.run(context);
  } catch (error) {
    if (error instanceof CheckEnded) return error.finding;
    throw error;
  }
}

/**
 * @throws CheckEnded when the config names nothing of this service, the target is in production, or the check itself
 * has nothing to do.
 */
export function requireStep({ check, heldBack }: Step, context: CheckContext<ServiceId>): void {
  const { session } = context;
  const lacking = session.service.adapter.lacking?.(session.target);
  if (lacking) throw lacking;
  if (heldBack) throw untested(say('run/checks/in-production'));
  check.when?.(context);
  if (session.once) requireSparing(check, context);
}

/**
 * @throws CheckEnded for a check that has more carried out than the control, of a service that may be carried out once
 * alone; and for one that sends anything else, if neither a token nor another service shows afterwards that the target
 * is well.
 */
function requireSparing(check: Step['check'], context: CheckContext<ServiceId>): void {
  const { target } = context.session;
  const forecast = new Forecast(undefined, { once: true });
  forecast.control();
  const { grants, requests } = forecast;
  check.forecast(context, forecast);
  if (forecast.grants > grants) throw calledOnce(target);
  const { 'token-b2b': tokens } = target.profile.services;
  if (forecast.requests > requests && !tokens.offered && !target.confirmedByFirst)
    throw nothingConfirms(target);
}

function resultOf(
  plan: RunPlan,
  { id, area, check, requirement, under }: Step,
  session: Session<ServiceId>,
  { shownBy = id, ...finding }: Finding & Pick<CheckResult, 'keptInput'>,
): CheckResult {
  const { level, lowered, sources } = under;
  const { profile, name, alone } = session.target;
  const { redactor } = session.state;
  const said =
    requirement.kind === 'property' ? cut(plan, session.target, finding) : finding.message;
  return {
    id,
    level,
    ...(lowered !== undefined && { lowered: render(lowered) }),
    ...finding,
    ...(finding.counterexample && {
      counterexample: shown(finding.counterexample, redactor),
    }),
    ...worded(redactor.message(said)),
    sources: [
      ...settingSources(profile, area.service.adapter.id, check.settings ?? []),
      ...sources,
    ],
    ...(finding.outcome === 'failed' && {
      replay: replayCommand(plan, alone ?? name, [...new Set([id, shownBy])]),
    }),
  };
}

/** A counterexample without secrets, marked if a file can't give its value back as it was. */
function shown(counterexample: Counterexample, redactor: Redactor): Counterexample {
  const value = redactor.value(counterexample.value);
  const read = JSON.parse(JSON.stringify(value) ?? 'null');
  const exact = isDeepStrictEqual(read, counterexample.value);
  return { ...counterexample, value, ...(!exact && { inexact: true as const }) };
}

/** What was found, and what a budget cut off of it. */
function cut(
  plan: RunPlan,
  target: TargetPlan,
  { outcome, message }: Pick<Finding, 'outcome' | 'message'>,
): Text {
  const { effort, limits } = target;
  const whole = wholeEffortOf(plan, target).runs;
  if (!effort || effort.runs >= whole || outcome !== 'passed') return message;
  const budget = limits.maxRequests ?? 0;
  return say('run/checks/cut-by-budget', { message, runs: effort.runs, whole, budget });
}
/** Where the profile has the values from that a check goes by, unless that is the standard itself. */
function settingSources(profile: Profile, service: string, pointers: readonly string[]): string[] {
  const found = pointers
    .flatMap((pointer) => originsOf(profile, service, pointer))
    .filter(([, origin]) => origin.profile !== 'snap-bi')
    .map(([, origin]) => `${origin.source} (${origin.confidence})`);
  return [...new Set(found)];
}
