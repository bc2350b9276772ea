import type { CheckContext } from '../../src/engine/checks/check.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { cantTell, untested } from '../../src/engine/session/outcome.js';
import type { DraftOf, FaultClass, ServiceId } from '../../src/engine/session/service.js';

/**
 * Sends what the probes build on, where it is more than the control.
 *
 * @throws CheckEnded `untested` where the target refuses it: it would refuse the probes for that reason;
 * `cantTell` where it refuses the control too, or gives no answer.
 */
export async function requireGrant<S extends ServiceId>(
  t: CheckContext<S>,
  mutation: Mutation<DraftOf<S>>,
): Promise<void> {
  const observed = await t.session.probe(mutation);
  if (t.session.grants(observed)) return;
  const evidence = [await t.session.record(observed)];
  const said = `${t.describe(observed)}: ${mutation.name}`;
  if (!observed.answer)
    throw cantTell(`what the probes build on got no answer (${said})`, evidence);
  // A target that by now refuses everything says nothing of this request.
  evidence.push(await t.confirmControl(evidence));
  throw untested(`the target refuses already what the probes build on (${said})`, evidence);
}

/**
 * Sends a request that lacks what the probes have in a wrong form.
 *
 * @throws CheckEnded `untested` where the target grants even that: it would grant the probes for that
 * reason, and another check says so.
 */
export async function requireRefusal<S extends ServiceId>(
  t: CheckContext<S>,
  mutation: Mutation<DraftOf<S>>,
  fault: { faultClass: FaultClass; faultField?: string },
): Promise<void> {
  const observed = await t.session.probe(mutation, fault);
  if (!t.session.grants(observed)) return;
  const { granting } = t.session.service.adapter;
  throw untested(`${granting} even though ${mutation.name}`, [await t.session.record(observed)]);
}
