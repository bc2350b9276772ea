import fc from 'fast-check';
import { accepts } from '../../src/engine/checks/accepts.js';
import type { Check } from '../../src/engine/checks/check.js';
import { say } from '../../src/messages/message.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';

const acceptsInstants = accepts<number, 'transaction'>('accepts-valid', {
  settings: [
    ...['/scheme', '/pathMode', '/signedPath', '/bodyHash/minify'],
    ...['/signature/encoding', '/signature/delimiter'],
  ],
  namesRule: true,
  property: () => fc.integer({ min: -10, max: 0 }),
  examples: () => [-10, 0, -1],
  mutate: (seconds, t) => ({
    name: say('transaction/signature/at-another-instant'),
    field: 'header X-TIMESTAMP',
    apply: (draft) => ({
      ...draft,
      timestamp: formatTimestamp(t.now + seconds * 1000, t.session.controlForm),
    }),
  }),
});

/** The config's own transaction is carried out when it has the documented signature. */
export const acceptsValid: Check<'transaction'> = {
  ...acceptsInstants,
  run: async (t) => {
    const { wrongRule, message, exchanges } = await t.session.control();
    // A target that follows one of the known wrong rules refuses the control: the target is at fault, not the run.
    return wrongRule === undefined
      ? acceptsInstants.run(t)
      : { outcome: 'failed', message, exchanges };
  },
};
