import type { ControlFinding } from '../../schemas/generated/result.js';
import { describeAnswer } from './answer.js';
import { controlCauses } from './control-causes.js';
import type { TokenDraft } from './draft.js';
import type { Observed, Session } from './session.js';
import { headerOf } from './wire.js';
import { hmacWithSecret, type WrongRule, wrongRules } from './wrong-rules.js';

/** How the target met the valid request. */
export interface ControlState extends ControlFinding {
  /** A token could be read from the grant; without one a refusal can't be told from it. */
  tokenRead: boolean;
  /** The wrong signing rule that the target follows instead of the documented one, in words. */
  wrongRule?: string;
  /** Clock difference that was found and corrected, in words. */
  clockNote?: string;
}

/** Beyond this the Date header says that one of the two clocks is wrong. */
const clockToleranceMs = 30_000;

/**
 * Sends the control in each documented form; where all are refused, with the target's own clock; and
 * then signed by each known wrong rule, since a target that follows one has a fault of its own.
 */
export async function establishControl(session: Session): Promise<ControlState> {
  const forms = session.settings.timestamp.accept;
  let last: Observed | undefined;
  for (const form of session.settings.timestamp.alternatives ? forms : [forms[0]]) {
    session.controlForm = form;
    last = await session.sendControl();
    if (!last.answer) return noAnswer(session, last);
    if (last.answer.accepted) return accepted(session, last);
  }
  session.controlForm = forms[0];
  const clockNote = correctClock(session, last);
  if (clockNote !== undefined) {
    const again = await session.sendControl();
    if (again.answer?.accepted) return { ...(await accepted(session, again)), clockNote };
    session.clockOffset = 0;
    last = again.answer ? again : last;
  }
  return refused(session, last as Observed, clockNote);
}

async function accepted(session: Session, control: Observed): Promise<ControlState> {
  const tokenRead = control.answer?.token !== undefined;
  return {
    outcome: 'accepted',
    message: tokenRead
      ? `the control was accepted: ${answerText(control)}`
      : `the control was answered with ${answerText(control)}, but no token can be read from it`,
    exchanges: [await session.record(control)],
    tokenRead,
  };
}

async function noAnswer(session: Session, control: Observed): Promise<ControlState> {
  return {
    outcome: 'no-answer',
    message: `the control got no answer: ${control.sent.noAnswer?.message ?? 'nothing came back'}`,
    causes: controlCauses(control, session),
    exchanges: [await session.record(control)],
    tokenRead: false,
  };
}

async function refused(
  session: Session,
  control: Observed,
  clockNote: string | undefined,
): Promise<ControlState> {
  const exchanges = [await session.record(control)];
  const { clientSecret } = session.signer;
  const rules: WrongRule[] = [
    ...Object.values<WrongRule>(wrongRules),
    ...(clientSecret === undefined ? [] : [hmacWithSecret(clientSecret)]),
  ];
  for (const rule of rules) {
    const tried = await session.send(signedBy(session, rule), {
      purpose: 'probe',
      base: session.draft(),
      faultClass: 'other',
      mutation: {
        name: `signed ${rule.says}`,
        field: 'header X-SIGNATURE',
        apply: (draft) => draft,
      },
    });
    if (!tried.answer?.accepted || tried.answer.token === undefined) continue;
    return {
      outcome: 'refused',
      message: `the control was refused (${answerText(control)}), but the target gives a token for a request signed ${rule.says}: it follows another rule than its document`,
      exchanges: [...exchanges, await session.record(tried)],
      tokenRead: false,
      wrongRule: rule.says,
    };
  }
  return {
    outcome: 'refused',
    message: `the control was refused: ${answerText(control)}`,
    causes: [...(clockNote === undefined ? [] : [clockNote]), ...controlCauses(control, session)],
    exchanges,
    tokenRead: false,
  };
}

function signedBy(session: Session, rule: WrongRule): TokenDraft {
  const draft = session.draft();
  return { ...draft, signing: rule.signing(draft.signing, session.signer) };
}

function correctClock(session: Session, observed: Observed | undefined): string | undefined {
  const date =
    observed?.answer && Date.parse(headerOf(observed.answer.response.headers, 'date') ?? '');
  if (date === undefined || Number.isNaN(date) || !observed) return undefined;
  const offset = date - (observed.sent.startedAt + observed.sent.durationMs);
  if (Math.abs(offset) < clockToleranceMs) return undefined;
  session.clockOffset = Math.round(offset / 1000) * 1000;
  const seconds = Math.abs(session.clockOffset) / 1000;
  return `this machine's clock (${new Date().toISOString()}) is ${seconds} s ${offset > 0 ? 'behind' : 'ahead of'} the target's Date header (${new Date(date).toISOString()})`;
}

function answerText(observed: Observed): string {
  return observed.answer
    ? describeAnswer(observed.answer)
    : (observed.sent.noAnswer?.message ?? 'no answer');
}
