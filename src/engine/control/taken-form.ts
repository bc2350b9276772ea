import type { Services } from '../../../schemas/generated/profile.js';
import { say } from '../../messages/message.js';
import { formatTimestamp, parseTimestamp, type TimestampForm } from '../../protocol/timestamp.js';
import { timestampForms } from '../../protocol/timestamp-forms.js';
import type { Mutation } from '../request/draft.js';
import type { DraftOf, ServiceId } from '../session/service.js';
import type { Session } from '../session/session.js';
import type { Attempt } from './attempt.js';

/** How many forms of X-TIMESTAMP are tried. */
export const mostForms = 4;

/** The control with X-TIMESTAMP in each form that the profile doesn't accept, of those that are another text. */
export function formAttempts<S extends ServiceId>(session: Session<S>): Attempt<S>[] {
  const { accept, reject } = session.settings.timestamp;
  const draft = session.draft();
  const textIn = (form: TimestampForm) => inForm<S>(form).apply(draft).timestamp;
  const texts = new Set([draft.timestamp, ...accept.map(textIn)]);
  const others = timestampForms.filter((form) => {
    if (accept.includes(form)) return false;
    const timestamp = textIn(form);
    // Under +07:00 two forms have one text.
    return !texts.has(timestamp) && texts.add(timestamp) !== undefined;
  });
  return others.slice(0, mostForms).map((form) => ({
    mutation: inForm(form),
    form,
    overrides: {
      [session.service.adapter.id]: {
        timestamp: { accept: [form], reject: reject.filter((each) => each !== form) },
      },
    } as Services,
  }));
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
