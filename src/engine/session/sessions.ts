import { effortAt } from '../plan/effort.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import { Forecast } from '../run/forecast.js';
import type { Service, ServiceId } from './service.js';
import { Session } from './session.js';
import { TargetState } from './target-state.js';

const connections = new Map<string, TargetState>();
/** By target and service; each value is a session of the service that its key names. */
const sessions = new Map<string, unknown>();
let exchanges = 0;

/** Targets whose secrets stay indexed: making an index anew at each turn costs more than a few of them hold. */
const awake = 24;
/** Those that are, the one in turn last. */
const turns = new Set<TargetState>();

/**
 * The session of a service of a target: one for all suites of a run, which share a worker and its
 * modules. Targets take turns, and of many the one whose turn is longest over rests, so that a run needs
 * little more memory for each.
 */
export function sessionFor<S extends ServiceId>(
  target: TargetPlan,
  service: Service<S>,
  plan: RunPlan,
): Session<S> {
  const state = connectionTo(target);
  takeTurn(state);
  const key = JSON.stringify([target.name, service.adapter.id, service.adapter.part]);
  const known = sessions.get(key) as Session<S> | undefined;
  if (known) return known;
  const { adapter } = service;
  const preparing = adapter.preparing?.(adapter.settings(target), target);
  const forecast = new Forecast(effortAt[plan.depth], preparing);
  const session = new Session(state, service, forecast);
  sessions.set(key, session);
  return session;
}

function takeTurn(state: TargetState): void {
  turns.delete(state);
  turns.add(state);
  const [longestOver] = turns;
  if (turns.size <= awake || !longestOver) return;
  longestOver.redactor.rest();
  turns.delete(longestOver);
}

function connectionTo(target: TargetPlan): TargetState {
  const known = connections.get(target.name);
  if (known) return known;
  const state = new TargetState(target, () => {
    exchanges += 1;
    return `e${exchanges}`;
  });
  connections.set(target.name, state);
  return state;
}
