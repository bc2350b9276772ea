import type { Exchange } from '../../../schemas/generated/result.js';
import { render } from '../../messages/render.js';
import { notOffered } from '../catalogue/not-offered.js';
import { establishControl } from '../control/control.js';
import { headerOf } from '../http/wire.js';

import type { TargetPlan } from '../plan/plan.js';
import { tokenB2bAdapter } from '../services/token-b2b.js';
import { transactionAdapter } from '../services/transaction.js';
import type { ControlState } from '../session/control-state.js';
import { Sender } from '../session/sender.js';
import type { ServiceAdapter, ServiceId } from '../session/service.js';
import { Session } from '../session/session.js';
import { SessionState } from '../session/session-state.js';
import { TargetState } from '../session/target-state.js';
import { type DoctorFinding, failure, ok, skipped, warning } from './finding.js';

/** What the valid requests showed. */
export interface ControlFindings {
  findings: DoctorFinding[];
  /** The target accepts what is signed by a rule other than its document's. */
  wrongRule: boolean;
}

/** If the clock is further off than this, targets with a narrow window refuse its timestamps. */
const toleratedMs = 30_000;

/**
 * Sends the valid request of the token service, and of the transaction if the config has one. Compares
 * the clocks by the Date header of the answers.
 */
export async function examineControl(target: TargetPlan): Promise<ControlFindings> {
  const state = new TargetState(target);
  try {
    const token = await controlOf(state, tokenB2bAdapter, target);
    const transaction = target.transaction
      ? await controlOf(state, transactionAdapter, target, token.control)
      : undefined;
    const states = [token.control, transaction?.control];
    return {
      findings: [
        ...clockFindings([...token.exchanges, ...(transaction?.exchanges ?? [])]),
        token.finding,
        ...(transaction ? [transaction.finding] : []),
      ],
      wrongRule: states.some((state) => state?.wrongRule !== undefined),
    };
  } finally {
    await state.close();
  }
}

async function controlOf<S extends ServiceId>(
  state: TargetState,
  adapter: ServiceAdapter<S>,
  target: TargetPlan,
  before?: ControlState,
): Promise<{ finding: DoctorFinding; exchanges: Exchange[]; control?: ControlState }> {
  const about = `control of ${adapter.id}`;
  const none = (message: string) => ({ finding: skipped(about, message), exchanges: [] });
  const missing = notOffered(adapter.id, target.profile);
  if (missing) return none(render(missing.reason));
  const lacking = adapter.lacking?.(target);
  if (lacking) return none(render(lacking.finding.message));
  if (before && before.outcome !== 'accepted') return none('there is no token to call it with');
  // No rule judges the answers: all that matters here is whether the request is accepted.
  const service = { adapter, grants: () => [], refusals: () => [] };
  const known = state.evidence().length;
  const session = new Session<S>(new SessionState(state, service), new Sender(0), establishControl);
  const control = await session.control();
  return { finding: findingOf(about, control), exchanges: state.evidence().slice(known), control };
}

function findingOf(about: string, state: ControlState): DoctorFinding {
  const { outcome, wrongRule } = state;
  const message = render(state.message);
  const causes = (state.causes ?? []).map(render);
  if (wrongRule !== undefined)
    return failure(
      about,
      message,
      'Have the target verify signatures as its document says.',
      ...causes,
    );
  if (outcome !== 'accepted') return failure(about, message, ...causes);
  return state.readable
    ? ok(about, message)
    : failure(about, message, 'Check that baseUrl and profile are those of this target.');
}

function clockFindings(exchanges: readonly Exchange[]): DoctorFinding[] {
  const dated = exchanges.flatMap(({ response, startedAt, durationMs }) => {
    const date = Date.parse((response && headerOf(response.headers, 'date')) ?? '');
    return Number.isNaN(date) ? [] : [date - (Date.parse(startedAt) + durationMs)];
  });
  const [offset] = dated;
  return offset === undefined ? [] : [clockFinding(offset)];
}

/** The finding about the two clocks. `offset` is the target's time minus this machine's, in milliseconds. */
export function clockFinding(offset: number): DoctorFinding {
  // The header has whole seconds, rounded down, so a correct clock seems up to a second slow.
  const seconds = Math.round(Math.abs(offset) / 1000);
  const side = offset > 0 ? 'behind' : 'ahead of';
  return Math.abs(offset) > toleratedMs
    ? warning(
        'clock',
        `this machine's clock is ${seconds} s ${side} the target's Date header`,
        'Set this clock by NTP. Timestamps are made from it, and a target may refuse old and future ones.',
      )
    : ok('clock', `within ${Math.max(1, seconds)} s of the target's Date header`);
}
