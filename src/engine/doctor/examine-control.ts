import type { Exchange } from '../../../schemas/generated/result.js';
import { render } from '../../messages/render.js';
import { notOffered } from '../catalogue/not-offered.js';
import type { Persistence } from '../control/attempt-all.js';
import { establishControl } from '../control/control.js';
import {
  clocksOf,
  clockToleranceMs,
  type TargetClock,
  zoneMistake,
} from '../control/target-clocks.js';
import { isCalledOnce } from '../plan/called-once.js';
import type { TargetPlan } from '../plan/plan.js';
import { tokenB2bAdapter } from '../services/token-b2b.js';
import { transactionAdapter } from '../services/transaction.js';
import type { ControlState, SaidMistake } from '../session/control-state.js';
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

/** What the valid request of one service showed. */
interface ServiceFinding {
  finding: DoctorFinding;
  exchanges: Exchange[];
  control?: ControlState;
}

/**
 * Sends the valid request of the token service, and of each transaction of the config that is repeatable. Compares
 * the clocks by the Date header of the answers.
 *
 * @param further The further services of the target.
 */
export async function examineControl(
  target: TargetPlan,
  persistence: Persistence = 'usual',
  further: readonly TargetPlan[] = [],
): Promise<ControlFindings> {
  const state = new TargetState(target);
  try {
    const token = await controlOf(state, tokenB2bAdapter, persistence);
    const found = [token];
    if (target.transaction)
      found.push(await controlOf(state, transactionAdapter, persistence, token.control));
    for (const service of further) {
      const own = new TargetState(service, {}, state);
      found.push(await controlOf(own, transactionAdapter, persistence, token.control));
    }
    return {
      findings: [
        ...clockFindings(found.flatMap(({ exchanges }) => exchanges)),
        ...found.map(({ finding }) => finding),
      ],
      wrongRule: found.some(({ control }) => control?.wrongRule !== undefined),
    };
  } finally {
    await state.close();
  }
}

async function controlOf<S extends ServiceId>(
  state: TargetState,
  adapter: ServiceAdapter<S>,
  persistence: Persistence,
  before?: ControlState,
): Promise<ServiceFinding> {
  const { partOf, name } = state.plan;
  const about = `control of ${partOf === undefined ? adapter.id : name}`;
  const none = (message: string) => ({ finding: skipped(about, message), exchanges: [] });
  const { plan: target } = state;
  const missing = notOffered(adapter.id, target.profile);
  if (missing) return none(render(missing.reason));
  const lacking = adapter.lacking?.(target);
  if (lacking) return none(render(lacking.finding.message));
  if (before && before.outcome !== 'accepted') return none('there is no token to call it with');
  if (adapter.id === 'transaction' && isCalledOnce(target))
    return none('it is not repeatable: the one call of it is left to a run');
  // No rule judges the answers: all that matters here is whether the request is accepted.
  const service = { adapter, grants: () => [], refusals: () => [] };
  const known = state.evidence().length;
  const session = new Session<S>(new SessionState(state, service), new Sender(0), (each) =>
    establishControl(each, persistence),
  );
  const control = await session.control();
  return { finding: findingOf(about, control), exchanges: state.evidence().slice(known), control };
}

function findingOf(about: string, state: ControlState): DoctorFinding {
  const message = render(state.message);
  const causes = (state.causes ?? []).map(render);
  if (state.outcome !== 'accepted')
    return { ...failure(about, message, ...causes), ...ruleOf(state), ...triedOf(state) };
  return state.readable
    ? ok(about, message)
    : failure(about, message, 'Check that baseUrl and profile are those of this target.');
}

/** What the target takes instead, for programs. */
function ruleOf({
  mistakes,
  alternatives = [],
  overrides,
}: ControlState): Pick<DoctorFinding, 'rule'> {
  if (!mistakes && !overrides) return {};
  const said = ({ id, says }: SaidMistake) => ({ id, says: render(says) });
  return {
    rule: {
      mistakes: (mistakes ?? []).map((mistake) => ({
        ...said(mistake),
        server: render(mistake.server),
      })),
      ...(alternatives.length > 0 && { alternatives: alternatives.map(said) }),
      ...(overrides && { overrides }),
    },
  };
}

function triedOf({ tried }: ControlState): Pick<DoctorFinding, 'tried'> {
  if (!tried) return {};
  const { ruledOut, left, stopped } = tried;
  return { tried: { ruledOut, left, ...(stopped && { stopped: render(stopped) }) } };
}

/** By the first answers that show a clock: of the Date, and of the target's own X-TIMESTAMP if that is another one. */
function clockFindings(exchanges: readonly Exchange[]): DoctorFinding[] {
  const seen = exchanges.flatMap(({ response, startedAt, durationMs }) => {
    const here = Date.parse(startedAt) + durationMs;
    return response ? clocksOf(response.headers).map((clock) => ({ clock, here })) : [];
  });
  const first = (header: TargetClock['header']) =>
    seen.find(({ clock }) => clock.header === header);
  const date = first('Date');
  const stamp = first('X-TIMESTAMP');
  const findings = date ? [clockFinding(date.clock.instant - date.here)] : [];
  if (!stamp) return findings;
  const { clock, here } = stamp;
  const mistake = zoneMistake(
    clock,
    date
      ? { header: 'Date', instant: here + date.clock.instant - date.here }
      : { header: "this machine's clock", instant: here },
  );
  if (mistake)
    findings.push(
      warning(
        'clock',
        render(mistake),
        'On the target: print the time of the zone that the offset names; a formatter that is told the zone does both.',
      ),
    );
  else if (!date || Math.abs(clock.instant - here) > clockToleranceMs)
    findings.push(clockFinding(clock.instant - here, 'X-TIMESTAMP'));
  return findings;
}

/**
 * The finding about the two clocks.
 *
 * @param offset the target's time minus this machine's, in milliseconds
 * @param header where the target's time is from
 */
export function clockFinding(
  offset: number,
  header: TargetClock['header'] = 'Date',
): DoctorFinding {
  // The header has whole seconds, rounded down, so a correct clock seems up to a second slow.
  const seconds = Math.round(Math.abs(offset) / 1000);
  const side = offset > 0 ? 'behind' : 'ahead of';
  return Math.abs(offset) > clockToleranceMs
    ? warning(
        'clock',
        `this machine's clock is ${seconds} s ${side} the target's ${header} header`,
        'Set this clock by NTP. Timestamps are made from it, and a target may refuse old and future ones.',
      )
    : ok('clock', `within ${Math.max(1, seconds)} s of the target's ${header} header`);
}
