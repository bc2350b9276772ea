import { say } from '../../messages/message.js';
import { formatTimestamp, parseTimestamp, type TimestampForm } from '../../protocol/timestamp.js';
import { timestampForms } from '../../protocol/timestamp-forms.js';
import { responseMessageOf } from '../http/answer.js';
import type { Mutation } from '../request/draft.js';
import type { Observed } from '../session/observed.js';
import type { DraftOf, ServiceId } from '../session/service.js';
import type { Session } from '../session/session.js';

/** A form of X-TIMESTAMP that the profile doesn't have, and that a target was seen to take. */
export interface TakenForm<S extends ServiceId> {
  form: TimestampForm;
  observed: Observed<S>;
}

/**
 * Tries the other forms of timestamps on a control whose refusal speaks of the timestamp.
 *
 * @returns the first one that the target takes; undefined if it takes none, or speaks of something else
 */
export async function takenForm<S extends ServiceId>(
  session: Session<S>,
  { answer }: Observed<S>,
): Promise<TakenForm<S> | undefined> {
  if (!/timestamp/i.test(responseMessageOf(answer) ?? '')) return undefined;
  const tried = new Set([session.draft().timestamp]);
  for (const form of timestampForms) {
    if (session.settings.timestamp.accept.includes(form)) continue;
    const mutation = inForm<S>(form);
    const text = mutation.apply(session.draft()).timestamp;
    // Under +07:00 two forms have one text.
    if (tried.has(text)) continue;
    tried.add(text);
    const observed = await session.probe(mutation, { faultClass: 'other', diagnosis: true });
    if (session.grants(observed)) return { form, observed };
  }
  return undefined;
}

function inForm<S extends ServiceId>(form: TimestampForm): Mutation<DraftOf<S>> {
  return {
    name: say('shared/timestamp/in-form', { form }),
    field: 'header X-TIMESTAMP',
    apply: (draft) => {
      const own = parseTimestamp(draft.timestamp, timestampForms);
      return own.ok ? { ...draft, timestamp: formatTimestamp(own.instant, form) } : draft;
    },
  };
}
