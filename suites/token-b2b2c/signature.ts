import fc from 'fast-check';
import { accepts } from '../../src/engine/checks/accepts.js';
import { area } from '../../src/engine/checks/area.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { wrongRules } from '../../src/engine/request/wrong-token-rules.js';
import { say } from '../../src/messages/message.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import {
  refusesBitFlip,
  refusesOthersKeys,
  refusesRandomBytes,
} from '../shared/signature-key-checks.js';
import { rewritten, signedOver, signing } from '../shared/token-mutations.js';
import { tokenB2b2c } from './token-b2b2c.js';

const as = 'invalid-signature' as const;
const field = 'X-SIGNATURE';

export const signature = area(tokenB2b2c, 'signature', [
  accepts('accepts-valid', {
    property: () => fc.integer({ min: 0, max: 8 }),
    examples: () => [8, 0, 1],
    mutate: (seconds: number) =>
      rewritten(say('token-b2b2c/signature/other-second'), (instant, form) =>
        formatTimestamp(instant - seconds * 1000, form),
      ),
  }),
  refusesBitFlip(),
  refusesRandomBytes(),
  ...refusesOthersKeys<'token-b2b2c'>(),
  refuses('refuses-other-timestamp', {
    // The timestamp that is sent may also lie outside the target's window: no class of its own.
    as: 'other',
    property: () => fc.tuple(fc.integer({ min: 1, max: 600 }), fc.boolean()),
    examples: (): [number, boolean][] => [
      [1, false],
      [60, false],
      [1, true],
      [300, true],
    ],
    mutate: ([seconds, later]: [number, boolean], t) => {
      const present = formatTimestamp(t.now, t.session.controlForm);
      const other = formatTimestamp(
        t.now + (later ? seconds : -seconds) * 1000,
        t.session.controlForm,
      );
      return signedOver(
        present,
        other,
        say('token-b2b2c/signature/of-other-timestamp', { timestamp: other }),
      );
    },
  }),
  refuses('refuses-swapped-order', {
    as,
    field,
    probes: (t) => {
      const rule = wrongRules['swapped-order'];
      return [
        signing(say('shared/signature/by-rule', { rule: rule.says }), (right) =>
          rule.signing(right, t.session.signer),
        ),
      ];
    },
  }),
]);
