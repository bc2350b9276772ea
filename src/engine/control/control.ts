import { describeAnswer } from '../http/answer.js';
import { foreignAnswer } from '../http/foreign-answer.js';
import { headerOf } from '../http/wire.js';
import type { ControlState } from '../session/control-state.js';
import type { Observed } from '../session/observed.js';
import type { ServiceId } from '../session/service.js';
import type { Session } from '../session/session.js';
import { controlCauses } from './control-causes.js';
import { followedRule } from './followed-rule.js';

/** Beyond this the Date header says that one of the two clocks is wrong. */
const clockToleranceMs = 30_000;

/**
 * Sends the control in each documented form; where all are refused, with the target's own clock; and
 * then signed by each known wrong rule, since a target that follows one has a fault of its own.
 */
export async function establishControl<S extends ServiceId>(
  session: Session<S>,
): Promise<ControlState> {
  const unprepared = await session.service.adapter.prepare?.(session);
  if (unprepared) return unprepared;
  const forms = session.settings.timestamp.accept;
  let last: Observed<S> | undefined;
  const spellings = session.service.adapter.spellings?.(session.settings) ?? 1;
  for (let spelling = 0; spelling < spellings; spelling += 1) {
    session.shared.spelling = spelling;
    for (const form of session.settings.timestamp.alternatives ? forms : [forms[0]]) {
      session.shared.controlForm = form;
      last = await session.sendControl();
      if (!last.answer) return noAnswer(session, last);
      const foreign = foreignAnswer(last.answer, namesIn(last, session));
      if (foreign !== undefined) return notSnap(session, last, foreign);
      if (last.answer.accepted) return accepted(session, last);
    }
  }
  session.shared.controlForm = forms[0];
  session.shared.spelling = 0;
  const clockNote = correctClock(session, last);
  if (clockNote !== undefined) {
    const again = await session.sendControl();
    if (again.answer?.accepted) return { ...(await accepted(session, again)), clockNote };
    session.state.clockOffset = 0;
    last = again.answer ? again : last;
  }
  return refused(session, last as Observed<S>, clockNote);
}

async function accepted<S extends ServiceId>(
  session: Session<S>,
  control: Observed<S>,
): Promise<ControlState> {
  const readable = session.grants(control);
  await session.service.adapter.afterControl?.(session);
  return {
    outcome: 'accepted',
    message: readable
      ? `the control was accepted: ${answerText(control)}`
      : `the control was answered with ${answerText(control)}, but ${session.service.adapter.unreadable ?? 'no token can be read from it'}`,
    exchanges: [await session.record(control)],
    readable,
  };
}

async function noAnswer<S extends ServiceId>(
  session: Session<S>,
  control: Observed<S>,
): Promise<ControlState> {
  return {
    outcome: 'no-answer',
    message: `the control got no answer: ${control.sent.noAnswer?.message ?? 'nothing came back'}`,
    causes: controlCauses(control, session),
    exchanges: [await session.record(control)],
    readable: false,
  };
}

/** Another service shares the path: one finding, in the place of a failure for each thing that it lacks. */
async function notSnap<S extends ServiceId>(
  session: Session<S>,
  control: Observed<S>,
  why: string,
): Promise<ControlState> {
  const { baseUrl, profile } = session.target;
  const service = session.service.adapter.id.startsWith('token-') ? 'token endpoint' : 'service';
  return {
    outcome: 'not-snap',
    message: `what answers at ${baseUrl}${control.sent.request.path} is not a SNAP ${service}: ${why}`,
    causes: [
      `another service has this path: look up the path of the SNAP one in the document, and set baseUrl or the path of profile ${profile.name}`,
      'the provider offers its SNAP services at another host, or for another environment',
      'a proxy, a firewall or a login page answers before the service',
    ],
    exchanges: [await session.record(control)],
    readable: false,
  };
}

/** What the request had: whoever asks for that asks for nothing foreign. */
function namesIn<S extends ServiceId>({ sent }: Observed<S>, { target }: Session<S>): string[] {
  const headers = sent.request.headers.map(([name]) => name.toUpperCase());
  return [target.profile.services['token-b2b'].grantType.member, ...headers];
}

async function refused<S extends ServiceId>(
  session: Session<S>,
  control: Observed<S>,
  clockNote: string | undefined,
): Promise<ControlState> {
  const exchanges = [await session.record(control)];
  const followed = await followedRule(session);
  if (followed) {
    const { rule, observed } = followed;
    return {
      outcome: 'refused',
      message: `the control was refused (${answerText(control)}), but ${session.service.adapter.granting} for a request ${rule}: the target follows another rule than its document`,
      exchanges: [...exchanges, await session.record(observed)],
      readable: false,
      wrongRule: rule,
    };
  }
  return {
    outcome: 'refused',
    message: `the control was refused: ${answerText(control)}`,
    causes: [...(clockNote === undefined ? [] : [clockNote]), ...controlCauses(control, session)],
    exchanges,
    readable: false,
  };
}

function correctClock<S extends ServiceId>(
  session: Session<S>,
  observed: Observed<S> | undefined,
): string | undefined {
  const date =
    observed?.answer && Date.parse(headerOf(observed.answer.response.headers, 'date') ?? '');
  if (date === undefined || Number.isNaN(date) || !observed) return undefined;
  const offset = date - (observed.sent.startedAt + observed.sent.durationMs);
  if (Math.abs(offset) < clockToleranceMs) return undefined;
  session.state.clockOffset = Math.round(offset / 1000) * 1000;
  const seconds = Math.abs(session.state.clockOffset) / 1000;
  return `this machine's clock (${new Date().toISOString()}) is ${seconds} s ${offset > 0 ? 'behind' : 'ahead of'} the target's Date header (${new Date(date).toISOString()})`;
}

function answerText({ answer, sent }: Pick<Observed, 'answer' | 'sent'>): string {
  return answer ? describeAnswer(answer) : (sent.noAnswer?.message ?? 'no answer');
}
