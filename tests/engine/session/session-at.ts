import { onTestFinished } from 'vitest';
import type { Services } from '../../../schemas/generated/profile.js';
import { establishControl } from '../../../src/engine/control/control.js';
import type { TargetPlan } from '../../../src/engine/plan/plan.js';
import { tokenB2bAdapter } from '../../../src/engine/services/token-b2b.js';
import { Sender } from '../../../src/engine/session/sender.js';
import type { Service } from '../../../src/engine/session/service.js';
import { Session } from '../../../src/engine/session/session.js';
import { SessionState } from '../../../src/engine/session/session-state.js';
import { TargetState } from '../../../src/engine/session/target-state.js';
import { targetAt } from '../../support/sandbox-target.js';

/** A service that judges nothing: what comes back is looked at by the test itself. */
const unjudged: Service<'token-b2b'> = {
  adapter: tokenB2bAdapter,
  grants: () => [],
  refusals: () => [],
};

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
    service?: Service<'token-b2b'>;
  } = {},
): Promise<Session<'token-b2b'>> {
  const target = await targetAt(url, 'target', profile, overrides);
  const state = new TargetState({ ...target, ...changes });
  const shared = new SessionState(state, service);
  const session = new Session(shared, new Sender(0, 'a/b/check'), establishControl);
  onTestFinished(() => state.close());
  return session;
}
