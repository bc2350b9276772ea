import { CheckContext } from '../checks/check.js';
import { Forecast } from '../checks/forecast.js';
import type { Effort } from '../plan/effort.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import { getsControlAlone } from '../plan/production.js';
import { CheckEnded } from '../session/outcome.js';
import { Sender } from '../session/sender.js';
import type { Service, ServiceId } from '../session/service.js';
import { Session } from '../session/session.js';
import { SessionState } from '../session/session-state.js';
import { TargetState } from '../session/target-state.js';
import { requireStep } from './run-check.js';
import { effortOf, type Step, stagesOf, stepsOf } from './steps.js';

/** What one check sends to a target that conforms. */
export interface CheckForecast {
  id: string;
  requests: number;
  /** Those of them that only get a token for the service's own. */
  tokens: number;
  /** Authorization codes that it uses. */
  codes: number;
  /** Requests that it adds at most if it fails, to make its counterexample smaller. */
  shrinks: number;
}

/** What all chosen checks of a target send, in the order of the run. */
export interface TargetForecast {
  checks: CheckForecast[];
  requests: number;
  /** Calls of the service that the config names which are carried out. */
  carriedOut: number;
}

/** Counts what a run would send to each target of a plan if it conforms. Sends nothing. */
export function forecastRun(plan: RunPlan): TargetForecast[] {
  return plan.targets.map((target) => forecastTarget(plan, target));
}

/** Counts what a run would send to one target, with another effort than the plan's if told. */
export function forecastTarget(
  plan: RunPlan,
  target: TargetPlan,
  effort: Effort = effortOf(plan, target),
): TargetForecast {
  const state = new TargetState(target);
  const services = new Map<string, { shared: SessionState<ServiceId>; forecast: Forecast }>();
  const settled = getsControlAlone(target);
  const of = (service: Service<ServiceId>) => {
    const { adapter } = service;
    const key = JSON.stringify([adapter.id, adapter.part]);
    const known = services.get(key);
    if (known) return known;
    const shared = new SessionState(state, service);
    const preparing = adapter.preparing?.(shared.settings, target);
    const made = { shared, forecast: new Forecast(preparing, { settled, once: shared.once }) };
    services.set(key, made);
    return made;
  };
  const { together, alone, judging } = stagesOf(stepsOf(plan, target, effort), target);
  const checks = [...together, ...alone, ...judging].map((step) => {
    const { shared, forecast } = of(step.area.service);
    const session = new Session(shared, new Sender(step.position, step.id), neverEstablished);
    const context = new CheckContext(session, step.id, {
      ...{ seed: plan.seed, effort, slow: plan.slow },
      confirmation: step.confirmation,
      keptInput: target.keptInputs?.[step.id],
    });
    return forecastCheck(step, context, forecast);
  });
  const called = [...services.values()].filter(
    ({ shared }) => shared.service.adapter.id === 'transaction',
  );
  return {
    checks,
    requests: checks.reduce((sum, { requests }) => sum + requests, 0),
    carriedOut: called.reduce((sum, { forecast }) => sum + forecast.grants, 0),
  };
}

const neverEstablished = () => Promise.reject(new Error('a forecast sends nothing'));

function forecastCheck(
  step: Step,
  context: CheckContext<ServiceId>,
  forecast: Forecast,
): CheckForecast {
  const { id, check, under, confirmation, position } = step;
  const { requests, tokens, codes, shrinks } = forecast;
  if (under.inapplicable === undefined) {
    try {
      forecast.begin(id, confirmation);
      requireStep(step, context);
      check.forecast(context, forecast);
    } catch (error) {
      if (!(error instanceof CheckEnded)) throw error;
    }
  }
  if (confirmation?.of.at(-1) === position && confirmation.awaitedBy.length > 0)
    forecast.confirmed();
  return {
    id,
    requests: forecast.requests - requests,
    tokens: forecast.tokens - tokens,
    codes: forecast.codes - codes,
    shrinks: forecast.shrinks - shrinks,
  };
}
