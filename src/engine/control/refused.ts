import { type Message, say } from '../../messages/message.js';
import { describeOutcome } from '../http/answer.js';
import { strayCharacter } from '../input/stray-character.js';
import { remedyOf } from '../mistakes/catalogue/remedies.js';
import { kindOf, type Mistake, sentenceOf } from '../mistakes/mistake.js';
import type { Candidate } from '../request/candidates/candidate.js';
import type { ControlState, SaidMistake } from '../session/control-state.js';
import type { Observed } from '../session/observed.js';
import type { DraftOf, ServiceId } from '../session/service.js';
import type { Session } from '../session/session.js';
import { profileCanSay } from './attempt.js';
import { attemptAll, mostAttempts, type Persistence } from './attempt-all.js';
import { controlCauses, distinct } from './control-causes.js';

/** A text that is longer isn't shown. */
const longestShown = 600;

/** Finds out what a target that refuses the control takes instead, and says so; else what the refusal speaks of. */
export async function explainRefusal<S extends ServiceId>(
  session: Session<S>,
  control: Observed<S>,
  persistence: Persistence,
  notes: readonly Message[],
): Promise<ControlState> {
  const exchanges = [await session.record(control)];
  const attempted = await attemptAll(session, control, persistence);
  const answer = describeOutcome(control);
  const { granting } = session.service.adapter;
  const { taken, ruledOut, left, stopped } = attempted;
  const tried = { ruledOut, left, ...(stopped && { stopped }) };
  if (!taken)
    return {
      outcome: 'refused',
      message:
        ruledOut > 0 || stopped
          ? say('run/control/refused-anyhow', {
              answer,
              rules: ruledOut,
              more: persistence === 'usual' ? Math.min(left, mostAttempts.deep - ruledOut) : 0,
              ...(stopped && { stopped }),
            })
          : say('run/control/refused', { answer }),
      causes: [...notes, ...controlCauses(control, session)],
      exchanges,
      readable: false,
      tried,
    };
  const { attempt, observed } = taken;
  exchanges.push(await session.record(observed));
  const shared = { outcome: 'refused', exchanges, readable: false, tried } as const;
  const says = attempt.overrides ? [profileCanSay(attempt.overrides)] : [];
  const { rule, form } = attempt;
  if (!rule)
    return {
      ...shared,
      message: say('run/control/takes-another-form', { answer, granting, form: form ?? '' }),
      causes: says,
      ...(attempt.overrides && { overrides: attempt.overrides }),
    };
  if (isOfConfig(rule))
    return {
      ...shared,
      message: say('run/control/takes-other-secret', { answer, granting, rule: rule.name }),
      causes: [...strayOfSecret(session), ...notes],
    };
  return {
    ...shared,
    message: say('run/control/follows-another-rule', { answer, granting, rule: rule.name }),
    causes: [signSo(session, rule, observed), ...remedies(rule), ...alike(rule), ...says],
    wrongRule: rule.name,
    mistakes: rule.mistakes.map(said),
    alternatives: rule.alternatives.map(said),
    ...(attempt.overrides && { overrides: attempt.overrides }),
  };
}

/** The secret of the config with something about it that hardly belongs to it: no rule of the target. */
function isOfConfig<S extends ServiceId>({ mistakes }: Candidate<DraftOf<S>>): boolean {
  return mistakes.every(({ id }) => id === 'secret/trimmed' || id === 'secret/unquoted');
}

function strayOfSecret<S extends ServiceId>({ target }: Session<S>): Message[] {
  const stray = strayCharacter(target.client.clientSecret ?? '', true);
  return stray === undefined
    ? []
    : [say('transaction/control/secret-with-stray-character', { stray })];
}

/** What to sign so that the target takes it, with the text itself as an example. */
function signSo<S extends ServiceId>(
  session: Session<S>,
  { name }: Candidate<DraftOf<S>>,
  { sent }: Observed<S>,
): Message {
  const { stringToSign = '', algorithm = '' } = sent.request.signed ?? {};
  const text = session.redact(stringToSign);
  return text.length > longestShown
    ? say('run/control/sign-so', { rule: name })
    : say('run/control/sign-this', { rule: name, text: JSON.stringify(text), algorithm });
}

function said(mistake: Mistake): SaidMistake {
  const server = say(remedyOf(kindOf(mistake.id).remedy).server);
  return { id: mistake.id, says: sentenceOf(mistake), server };
}

/** What the target should do instead. */
function remedies<S extends ServiceId>({ mistakes }: Candidate<DraftOf<S>>): Message[] {
  const all = mistakes.map((mistake) => said(mistake).server);
  return distinct(all).map((remedy) => say('run/control/target-should', { remedy }));
}

/** Other rules that make the same signature of this request. */
function alike<S extends ServiceId>({ alternatives }: Candidate<DraftOf<S>>): Message[] {
  return alternatives.length === 0
    ? []
    : [say('run/control/alike', { rules: alternatives.map(sentenceOf) })];
}
