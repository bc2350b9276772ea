import { Connection } from './target-state.js';
import { effortAt } from '../plan/effort.js';
import { Forecast } from '../run/forecast.js';
import type { RunPlan, TargetPlan } from '../plan/plan.js';
import type { Service, ServiceId } from './service.js';
import { Session } from './session.js';

const connections = new Map<string, Connection>();
/** By target and service; each value is a session of the service that its key names. */
const sessions = new Map<string, unknown>();
let exchanges = 0;

/** Targets whose secrets stay indexed: making an index anew at each turn costs more than a few of them hold. */
const awake = 24;
/** Those that are, the one in turn last. */
const turns = new Set<Connection>();

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
  const connection = connectionTo(target);
  takeTurn(connection);
  const key = JSON.stringify([target.name, service.requests.id, service.requests.part]);
  const known = sessions.get(key) as Session<S> | undefined;
  if (known) return known;
  const { requests } = service;
  const preparing = requests.preparing?.(requests.settings(target), target);
  const forecast = new Forecast(effortAt[plan.depth], preparing);
  const session = new Session(connection, service, forecast);
  sessions.set(key, session);
  return session;
}

function takeTurn(connection: Connection): void {
  turns.delete(connection);
  turns.add(connection);
  const [longestOver] = turns;
  if (turns.size <= awake || !longestOver) return;
  longestOver.redactor.rest();
  turns.delete(longestOver);
}

function connectionTo(target: TargetPlan): Connection {
  const known = connections.get(target.name);
  if (known) return known;
  const connection = new Connection(target, () => {
    exchanges += 1;
    return `e${exchanges}`;
  });
  connections.set(target.name, connection);
  return connection;
}
