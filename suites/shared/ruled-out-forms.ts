import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import type { DraftOf, ServiceId } from '../../src/engine/session/service.js';
import { say } from '../../src/messages/message.js';
import { formatTimestamp, type TimestampForm } from '../../src/protocol/timestamp.js';
import { includesJakarta } from '../../src/protocol/timestamp-forms.js';
import { withTimestamp } from './mutations.js';

/** The forms of `reject`. One that is accepted as well isn't ruled out: overrides may have added it to what is. */
function ruledOut<S extends ServiceId>({ settings }: CheckContext<S>): TimestampForm[] {
  const { accept, reject } = settings.timestamp;
  return reject.filter((form) => !accept.includes(form));
}

/** What stands for every offset but +07:00, in minutes: Indonesia's others, UTC, and one west of it. */
const otherOffsets = [480, 540, 0, -300];

/** The well-formed timestamps that the document rules out. */
export const rejectsRuledOutForms = <S extends ServiceId>(): Check<S> =>
  refuses<never, S>('rejects-ruled-out-forms', {
    as: 'timestamp-format',
    field: 'X-TIMESTAMP',
    settings: ['/timestamp/reject'],
    when: (t) => {
      if (ruledOut(t).length === 0) throw inapplicable(say('shared/timestamp/nothing-ruled-out'));
    },
    probes: (t) => {
      const { accept } = t.settings.timestamp;
      return ruledOut(t).flatMap((form) => {
        const offsets = includesJakarta(accept, form) ? otherOffsets : [undefined];
        return offsets.map((offset) =>
          withTimestamp<DraftOf<S>>(
            formatTimestamp(t.session.now(), form, offset),
            offset === undefined
              ? say('shared/timestamp/in-ruled-out-form', { form })
              : say('shared/timestamp/under-ruled-out-offset'),
          ),
        );
      });
    },
  });
