import type { CheckContext } from '../../src/engine/checks/check.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { cantTell, untested } from '../../src/engine/session/outcome.js';
import type { DraftOf, FaultClass, ServiceId } from '../../src/engine/session/service.js';
import { say } from '../../src/messages/message.js';

/**
 * Sends what the probes build on, when that is more than the control.
 *
 * @throws CheckEnded `untested` when the target refuses it: it would refuse the probes for that reason;
 * `cantTell` when it refuses the control too, or gives no answer.
 */
export async function requireGrant<S extends ServiceId>(
  t: CheckContext<S>,
  mutation: Mutation<DraftOf<S>>,
): Promise<void> {
  const observed = await t.session.probe(mutation);
  if (t.session.grants(observed)) return;
  const evidence = [await t.session.record(observed)];
  const said = { answer: t.describe(observed), mutation: mutation.name };
  if (!observed.answer) throw cantTell(say('shared/preconditions/no-answer', said), evidence);
  // If the target refuses everything by now, its refusal says nothing about this request.
  evidence.push(await t.confirmControl(evidence));
  throw untested(say('shared/preconditions/refused', said), evidence);
}

/**
 * Sends a request that lacks what the probes have in a wrong form.
 *
 * @throws CheckEnded `untested` when the target grants even that: it would grant the probes for that
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
  throw untested(
    say('shared/preconditions/granted-even-though', { granting, mutation: mutation.name }),
    [await t.session.record(observed)],
  );
}
