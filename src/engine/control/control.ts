import { type Message, say } from '../../messages/message.js';
import { parseResponseCode } from '../../protocol/response-code.js';
import { describeOutcome } from '../http/answer.js';
import { type AnswerExpected, foreignAnswer } from '../http/foreign-answer.js';
import { headerOf } from '../http/wire.js';
import type { ControlState } from '../session/control-state.js';
import type { Observed } from '../session/observed.js';
import type { ServiceId } from '../session/service.js';
import type { Session } from '../session/session.js';
import { controlCauses } from './control-causes.js';
import { followedRule } from './followed-rule.js';
import { takenForm } from './taken-form.js';

/** Beyond this the Date header says that one of the two clocks is wrong. */
const clockToleranceMs = 30_000;

/**
 * Sends the control in each documented form; if all are refused, with the target's own clock; and then
 * signed by each known wrong rule, since a target that follows one has a fault of its own.
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
      const foreign = foreignAnswer(last.answer, expected(last, session));
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
  const { adapter } = session.service;
  await adapter.afterControl?.(session);
  // One that uses up what the next request needs is no question that can be asked at any time.
  if (!adapter.serial?.(session.settings))
    session.state.client.valid ??= () => adapter.compose(session.draft());
  const answer = describeOutcome(control);
  return {
    outcome: 'accepted',
    message: readable
      ? say('run/control/accepted', { answer })
      : say('run/control/unreadable', {
          answer,
          why: adapter.unreadable ?? say('run/control/no-token'),
        }),
    ...(!readable && hasStrangeCode(session, control) && { causes: [say('run/causes/own-codes')] }),
    exchanges: [await session.record(control)],
    readable,
  };
}

/** True for a code of no form that the profile knows: it may say that the request was refused. */
function hasStrangeCode<S extends ServiceId>(
  { settings }: Session<S>,
  { answer }: Observed<S>,
): boolean {
  const { code } = answer ?? {};
  return code !== undefined && 'codeForm' in settings && !parseResponseCode(code);
}

async function noAnswer<S extends ServiceId>(
  session: Session<S>,
  control: Observed<S>,
): Promise<ControlState> {
  return {
    outcome: 'no-answer',
    message: say('run/control/no-answer', { why: describeOutcome(control) }),
    causes: controlCauses(control, session),
    exchanges: [await session.record(control)],
    readable: false,
  };
}

/** Another service has the path: one finding, instead of a failure for each thing that it lacks. */
async function notSnap<S extends ServiceId>(
  session: Session<S>,
  control: Observed<S>,
  why: Message,
): Promise<ControlState> {
  const { baseUrl, profile } = session.target;
  return {
    outcome: 'not-snap',
    message: say('run/control/not-snap', {
      url: `${baseUrl}${control.sent.request.path}`,
      kind: session.service.adapter.id.startsWith('token-') ? 'token endpoint' : 'service',
      why,
    }),
    causes: [
      say('run/causes/path-of-another-service', { profile: profile.name }),
      say('run/causes/another-host'),
      say('run/causes/something-answers-first'),
    ],
    exchanges: [await session.record(control)],
    readable: false,
  };
}

/** An answer that asks for a name that the request had asks for nothing foreign. */
function expected<S extends ServiceId>(
  { sent }: Observed<S>,
  { target, service }: Session<S>,
): AnswerExpected {
  const headers = sent.request.headers.map(([name]) => name.toUpperCase());
  return {
    own: [target.profile.services['token-b2b'].grantType.member, ...headers],
    // Merchants are used to acknowledge notifications so: what is wrong then is the body, not the address.
    acknowledges: target.role === 'merchant' && service.adapter.id === 'transaction',
  };
}

async function refused<S extends ServiceId>(
  session: Session<S>,
  control: Observed<S>,
  clockNote: Message | undefined,
): Promise<ControlState> {
  const exchanges = [await session.record(control)];
  const answer = describeOutcome(control);
  const service = session.service.adapter.id;
  const plainly = (): ControlState => ({
    outcome: 'refused',
    message: say('run/control/refused', { answer }),
    causes: [...(clockNote === undefined ? [] : [clockNote]), ...controlCauses(control, session)],
    exchanges,
    readable: false,
  });
  // What is asked from here on is signed wrongly, or of no documented form: a client can be locked for it.
  if (session.target.production) return plainly();
  const taken = await takenForm(session, control);
  if (taken) {
    const { form, observed } = taken;
    return {
      outcome: 'refused',
      message: say('run/control/takes-another-form', {
        answer,
        granting: session.service.adapter.granting,
        form,
      }),
      causes: [
        say('run/control/profile-can-say', { setting: `${service}.timestamp.accept: [${form}]` }),
      ],
      exchanges: [...exchanges, await session.record(observed)],
      readable: false,
    };
  }
  const followed = await followedRule(session);
  if (followed) {
    const { rule, setting, observed } = followed;
    return {
      outcome: 'refused',
      message: say('run/control/follows-another-rule', {
        answer,
        granting: session.service.adapter.granting,
        rule,
      }),
      exchanges: [...exchanges, await session.record(observed)],
      readable: false,
      ...(setting !== undefined && {
        causes: [say('run/control/profile-can-say', { setting: `${service}.${setting}` })],
      }),
      wrongRule: rule,
    };
  }
  return plainly();
}

function correctClock<S extends ServiceId>(
  session: Session<S>,
  observed: Observed<S> | undefined,
): Message | undefined {
  const date =
    observed?.answer && Date.parse(headerOf(observed.answer.response.headers, 'date') ?? '');
  if (date === undefined || Number.isNaN(date) || !observed) return undefined;
  const offset = date - (observed.sent.startedAt + observed.sent.durationMs);
  if (Math.abs(offset) < clockToleranceMs) return undefined;
  session.state.clockOffset = Math.round(offset / 1000) * 1000;
  return say('run/control/clock-differs', {
    here: new Date().toISOString(),
    seconds: session.state.clockOffset / 1000,
    there: new Date(date).toISOString(),
  });
}
