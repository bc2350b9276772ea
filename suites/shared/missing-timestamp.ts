import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { DraftOf, ServiceId } from '../../src/engine/session/service.js';
import { say } from '../../src/messages/message.js';
import { formatTimestamp, type TimestampForm } from '../../src/protocol/timestamp.js';
import { rewritten, withoutHeader } from './mutations.js';

/** The control without X-TIMESTAMP, its signature made over an instant so many milliseconds later. */
function without<S extends ServiceId>(form: TimestampForm, later: number): Mutation<DraftOf<S>> {
  const signed = rewritten<DraftOf<S>>('', (instant) => formatTimestamp(instant + later, form));
  const left = withoutHeader<DraftOf<S>>('X-TIMESTAMP');
  return {
    ...left,
    name: say('shared/timestamp/left-out', { form, seconds: later / 1000 }),
    apply: (draft) => left.apply(signed.apply(draft)),
  };
}

/**
 * No X-TIMESTAMP. A server may fall back on its own clock then, and verify what it prints itself: so the present
 * is signed in each form of the document, the control's first, and the next second in case that has begun there.
 */
export const rejectsMissingTimestamp = <S extends ServiceId>(): Check<S> =>
  refuses<never, S>('rejects-missing-timestamp', {
    as: 'missing-field',
    field: 'X-TIMESTAMP',
    probes: ({ session, settings }: CheckContext<S>) =>
      [...new Set([session.controlForm, ...settings.timestamp.accept])].flatMap((form) =>
        [0, 1000].map((later) => without<S>(form, later)),
      ),
  });
