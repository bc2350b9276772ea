import type fc from 'fast-check';
import { area } from '../../src/engine/checks/area.js';
import type { Check } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import * as families from '../shared/arbitraries/timestamps.js';
import { withTimestamp } from '../shared/token-mutations.js';
import { tokenB2b2c } from './token-b2b2c.js';

/** Each probe is correctly signed over the timestamp as it stands, so that only the form is wrong. */
function rejects(
  name: string,
  what: string,
  family: (now: number) => fc.Arbitrary<string>,
): Check<'token-b2b2c'> {
  return refuses(name, {
    as: 'timestamp-format',
    field: 'X-TIMESTAMP',
    property: (t) => family(t.now),
    mutate: (text: string) => withTimestamp(text, `X-TIMESTAMP ${what}`),
  });
}

export const timestamp = area(tokenB2b2c, 'timestamp', [
  rejects('rejects-missing-offset', 'has no offset', families.withoutOffset),
  rejects('rejects-epoch', 'counts seconds or milliseconds since 1970', families.epoch),
  rejects('rejects-impossible-date', 'has a date that no calendar has', families.impossibleDate),
  rejects('rejects-garbage', 'is no timestamp at all', families.garbage),
  refuses('rejects-ruled-out-forms', {
    as: 'timestamp-format',
    field: 'X-TIMESTAMP',
    settings: ['/timestamp/reject'],
    when: ({ settings }) => {
      if (settings.timestamp.reject.length === 0)
        throw inapplicable('the document rules out no well-formed timestamp');
    },
    probes: (t) =>
      t.settings.timestamp.reject.map((form) =>
        withTimestamp(
          formatTimestamp(t.session.now(), form),
          `X-TIMESTAMP in the form ${form}, which the document rules out`,
        ),
      ),
  }),
]);
