import fc from 'fast-check';
import { accepts } from '../../src/engine/checks/accepts.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { suite } from '../../src/engine/suite.js';
import { wrongRules } from '../../src/engine/wrong-rules.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import { madeUpBytes } from '../shared/arbitraries/signatures.js';
import { signatureLength } from '../shared/signature-length.js';
import {
  clientId,
  rewritten,
  signatureBytes,
  signedOver,
  signing,
} from '../shared/token-mutations.js';
import { tokenB2b2c } from './service.js';

const as = 'invalid-signature' as const;
const field = 'X-SIGNATURE';

suite(tokenB2b2c, 'signature', [
  accepts('accepts-valid', {
    property: () => fc.integer({ min: 0, max: 8 }),
    mutate: (seconds: number) =>
      rewritten('X-TIMESTAMP of another second', (instant, form) =>
        formatTimestamp(instant - seconds * 1000, form),
      ),
  }),
  refuses('refuses-bit-flip', {
    as,
    field,
    property: (t) => fc.integer({ min: 0, max: signatureLength(t.session.signer.key) * 8 - 1 }),
    mutate: (bit: number) =>
      signatureBytes('one bit of the signature was flipped', (bytes) => {
        const flipped = Buffer.from(bytes);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
        return flipped;
      }),
  }),
  refuses('refuses-random-bytes', {
    as,
    field,
    property: (t) => madeUpBytes(signatureLength(t.session.signer.key)),
    mutate: (hex: string) =>
      signatureBytes('the signature was made up', () => Buffer.from(hex, 'hex')),
  }),
  refuses('refuses-other-client-key', {
    as,
    field,
    when: (t) => void t.requireOtherClient(),
    probes: (t) => {
      const other = t.requireOtherClient();
      return [
        signing("it was signed with another registered client's key", () => ({
          sign: (data) => other.sign(data),
        })),
      ];
    },
  }),
  refuses('refuses-own-key-for-other-client', {
    as,
    field,
    when: (t) => void t.requireOtherClient(),
    probes: (t) => [
      clientId(
        t.requireOtherClient().clientId,
        "it names another registered client, signed with the first one's key",
      ),
    ],
  }),
  refuses('refuses-other-timestamp', {
    // The timestamp that is sent may also lie outside the target's window: no class of its own.
    as: 'other',
    property: () => fc.tuple(fc.integer({ min: 1, max: 600 }), fc.boolean()),
    mutate: ([seconds, later]: [number, boolean], t) => {
      const present = formatTimestamp(t.now, t.session.controlForm);
      const other = formatTimestamp(
        t.now + (later ? seconds : -seconds) * 1000,
        t.session.controlForm,
      );
      return signedOver(present, other, `the signature belongs to another timestamp: ${other}`);
    },
  }),
  refuses('refuses-swapped-order', {
    as,
    field,
    probes: (t) => {
      const rule = wrongRules['swapped-order'];
      return [
        signing(`it was signed ${rule.says}`, (right) => rule.signing(right, t.session.signer)),
      ];
    },
  }),
]);
