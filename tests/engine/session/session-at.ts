import { onTestFinished } from 'vitest';
import type { Services } from '../../../schemas/generated/profile.js';
import { Forecast } from '../../../src/engine/checks/forecast.js';
import { effortAt } from '../../../src/engine/plan/effort.js';
import type { TargetPlan } from '../../../src/engine/plan/plan.js';
import { tokenB2bAdapter } from '../../../src/engine/services/token-b2b.js';
import type { Service } from '../../../src/engine/session/service.js';
import { Session } from '../../../src/engine/session/session.js';
import { TargetState } from '../../../src/engine/session/target-state.js';
import { targetAt } from '../../support/sandbox-target.js';

/** A service that judges nothing: what comes back is looked at by the test itself. */
const unjudged: Service = { adapter: tokenB2bAdapter, grants: () => [], refusals: () => [] };

/** A session with a target at any URL, with single parts of it replaced; closed when the test ends. */
export async function sessionAt(
  url: string,
  {
    profile,
    overrides,
    service = unjudged,
    ...changes
  }: Partial<Omit<TargetPlan, 'profile'>> & {
    profile?: string;
    overrides?: Services;
    service?: Service;
  } = {},
): Promise<Session> {
  const target = await targetAt(url, 'target', profile, overrides);
  let exchanges = 0;
  const state = new TargetState({ ...target, ...changes }, () => {
    exchanges += 1;
    return `e${exchanges}`;
  });
  const session = new Session(state, service, new Forecast(effortAt.standard));
  onTestFinished(() => state.close());
  return session;
}
