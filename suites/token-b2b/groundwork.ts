import { givesToken } from '../../src/engine/answer.js';
import type { CheckContext } from '../../src/engine/checks/check.js';
import type { Mutation } from '../../src/engine/draft.js';
import { cantTell, untested } from '../../src/engine/outcome.js';
import type { FaultClass } from '../../src/engine/service.js';

/**
 * Sends what the probes build on, where it is more than the control.
 *
 * @throws Settled `untested` where the target refuses it: it would refuse the probes for that reason.
 */
export async function requireGrant(t: CheckContext, mutation: Mutation): Promise<void> {
  const observed = await t.session.probe(mutation);
  const { answer } = observed;
  if (givesToken(answer)) return;
  const evidence = [await t.session.record(observed)];
  const said = `${t.describe(observed)}: ${mutation.name}`;
  throw answer
    ? untested(`the target refuses already what the probes build on (${said})`, evidence)
    : cantTell(`what the probes build on got no answer (${said})`, evidence);
}

/**
 * Sends a request that lacks what the probes have in a wrong form.
 *
 * @throws Settled `untested` where the target grants even that: it would grant the probes for that
 * reason, and another check says so.
 */
export async function requireRefusal(
  t: CheckContext,
  mutation: Mutation,
  fault: { faultClass: FaultClass; faultField?: string },
): Promise<void> {
  const observed = await t.session.probe(mutation, fault);
  if (!givesToken(observed.answer)) return;
  throw untested(`the target gives a token even though ${mutation.name}`, [
    await t.session.record(observed),
  ]);
}
