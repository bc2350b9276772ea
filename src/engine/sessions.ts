import { effortAt } from './effort.js';
import { Forecast } from './forecast.js';
import type { RunPlan, TargetPlan } from './plan.js';
import type { Service } from './service.js';
import { Session } from './session.js';

const sessions = new Map<string, Session>();
let inTurn: Session | undefined;
let exchanges = 0;

/**
 * The session of a target: one for all suites of a run, which share a worker and its modules. Targets
 * take turns, and the one whose turn is over rests, so that a run of many needs little more memory.
 */
export function sessionFor(target: TargetPlan, service: Service, plan: RunPlan): Session {
  const session = sessions.get(target.name) ?? open(target, service, plan);
  if (inTurn !== session) inTurn?.rest();
  inTurn = session;
  return session;
}

function open(target: TargetPlan, service: Service, plan: RunPlan): Session {
  const session = new Session(
    target,
    service,
    () => {
      exchanges += 1;
      return `e${exchanges}`;
    },
    new Forecast(effortAt[plan.depth]),
  );
  sessions.set(target.name, session);
  return session;
}
