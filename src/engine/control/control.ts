import { type Message, say } from '../../messages/message.js';
import { parseResponseCode } from '../../protocol/response-code.js';
import { describeOutcome } from '../http/answer.js';
import { type AnswerExpected, foreignAnswer } from '../http/foreign-answer.js';
import type { ControlState } from '../session/control-state.js';
import type { Observed } from '../session/observed.js';
import type { ServiceId } from '../session/service.js';
import type { Session } from '../session/session.js';
import type { Persistence } from './attempt-all.js';
import { controlCauses } from './control-causes.js';
import { explainRefusal } from './refused.js';
import { clocksOf, clockToleranceMs, zoneMistake } from './target-clocks.js';

/**
 * Sends the control in each documented form; if all are refused, with the target's own clock; and then signed by the
 * mistakes of the catalogue, since a target that follows one has a fault of its own.
 *
 * @param persistence how many of them are tried
 */
export async function establishControl<S extends ServiceId>(
  session: Session<S>,
  persistence: Persistence = 'usual',
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
      if (session.shared.spent) return explainRefusal(session, last, persistence, []);
    }
  }
  session.shared.controlForm = forms[0];
  session.shared.spelling = 0;
  const clocks = last ? otherClocks(last) : [];
  for (const { offset, note } of clocks) {
    session.state.clockOffset = offset;
    const again = await session.sendControl();
    if (again.answer?.accepted) return { ...(await accepted(session, again)), clockNote: note };
    session.state.clockOffset = 0;
    last = again.answer ? again : last;
    if (session.shared.spent) break;
  }
  return explainRefusal(
    session,
    last as Observed<S>,
    persistence,
    clocks.map(({ note }) => note),
  );
}

async function accepted<S extends ServiceId>(
  session: Session<S>,
  control: Observed<S>,
): Promise<ControlState> {
  if (session.once) session.shared.acceptedControl = control;
  const readable = session.grants(control);
  const { adapter } = session.service;
  await adapter.afterControl?.(session);
  // One that uses up what the next request needs, or moves something, is no question that can be asked at any time.
  if (!adapter.serial?.(session.settings) && !session.once)
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

/** How far the target's clocks are off this machine's, those that are: what a run may have to go by. */
function otherClocks<S extends ServiceId>({
  answer,
  sent,
}: Observed<S>): { offset: number; note: Message }[] {
  const here = sent.startedAt + sent.durationMs;
  const clocks = answer ? clocksOf(answer.response.headers) : [];
  const offsets = new Set<number>();
  return clocks.flatMap((clock) => {
    const offset = Math.round((clock.instant - here) / 1000) * 1000;
    if (Math.abs(offset) < clockToleranceMs) return [];
    // Two headers of one clock may be a second apart.
    if ([...offsets].some((known) => Math.abs(known - offset) <= 2000)) return [];
    offsets.add(offset);
    const seen = clocks.find(({ header }) => header === 'Date');
    const note =
      zoneMistake(clock, seen ?? { header: "this machine's clock", instant: here }) ??
      say('run/control/clock-differs', {
        here: new Date(here).toISOString(),
        seconds: offset / 1000,
        there: new Date(clock.instant).toISOString(),
        header: clock.header,
      });
    return [{ offset, note }];
  });
}
