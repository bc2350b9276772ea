import { createHmac, createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { area } from '../../src/engine/checks/area.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { type WrongRule, wrongRules } from '../../src/engine/request/wrong-token-rules.js';
import { rsaSignatureLength, signSha256Rsa } from '../../src/protocol/signature.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import * as families from '../shared/arbitraries/signatures.js';
import { otherEncodings, requireBase64 } from '../shared/other-encodings.js';
import {
  refusesBitFlip,
  refusesOthersKeys,
  refusesRandomBytes,
} from '../shared/signature-key-checks.js';
import {
  signatureBytes,
  signatureText,
  signedOver,
  signing,
  withTimestamp,
} from '../shared/token-mutations.js';
import { unregisteredKey } from '../shared/unregistered-key.js';
import { acceptsValid } from './accepts-valid.js';
import { foreignTexts } from './foreign-texts.js';
import { forgedSignatures } from './forged-signatures.js';
import { replay } from './replay.js';
import { tokenB2b } from './token-b2b.js';

const as = 'invalid-signature' as const;
const field = 'X-SIGNATURE';

/** Signed by one of the known wrong rules. */
function ruled(t: CheckContext, rule: WrongRule): Mutation {
  return signing(`it was signed ${rule.says}`, (right) => rule.signing(right, t.session.signer));
}

function refusesRule(name: string, ...rules: readonly (keyof typeof wrongRules)[]): Check {
  return refuses(name, {
    as,
    field,
    probes: (t) => rules.map((rule) => ruled(t, wrongRules[rule])),
  });
}

/** Bytes of the configured key's signatures. */
const lengthFor = (t: CheckContext) => rsaSignatureLength(t.session.signer.key);

/** Variants of the own id that a careless server would sign instead of the header's text. */
function alteredIds(id: string): string[] {
  return [...new Set([id.toLowerCase(), id.toUpperCase(), `${id} `, ` ${id}`, `"${id}"`])].filter(
    (other) => other !== id,
  );
}

function hmac(t: CheckContext, algorithm: string, secret: string | Buffer, says: string): Mutation {
  return signing(`it was made with HMAC and ${says}`, () => ({
    sign: (data) => createHmac(algorithm, secret).update(data).digest(),
    algorithm: `HMAC-${algorithm.toUpperCase()} with ${says}, for client ${t.session.signer.clientId}`,
  }));
}

function hmacs(t: CheckContext): Mutation[] {
  const { key, clientSecret } = t.session.signer;
  const publicPem = createPublicKey(key).export({ type: 'spki', format: 'pem' });
  return ['sha512', 'sha256'].flatMap((algorithm) => [
    hmac(t, algorithm, publicPem, 'the public key'),
    ...(clientSecret === undefined ? [] : [hmac(t, algorithm, clientSecret, 'the client secret')]),
  ]);
}

export const signature = area(tokenB2b, 'signature', [
  acceptsValid,
  refusesBitFlip(),
  refuses('refuses-wrong-length', {
    as,
    field,
    property: (t) => families.lengthChange(lengthFor(t)),
    mutate: (change: families.LengthChange) =>
      signatureBytes('the signature was cut or extended', (bytes) =>
        families.changeLength(bytes, change),
      ),
  }),
  refuses('refuses-over-long', {
    // The HTTP server itself may refuse so long a header, and then has no SNAP answer for it.
    as: 'other',
    field,
    property: () => families.overLong,
    mutate: (change: families.OverLong) =>
      signatureBytes('the signature was extended beyond the length of any key', (bytes) =>
        families.makeOverLong(bytes, change),
      ),
  }),
  refusesRandomBytes(),
  refuses('refuses-not-base64', {
    as,
    field,
    property: () => families.notBase64,
    mutate: (change: families.NotBase64) =>
      signatureText('the signature is not Base64', (text) => families.breakBase64(text, change)),
  }),
  refuses('refuses-letter-case-change', {
    as,
    field,
    property: () => fc.integer({ min: 0, max: 339 }),
    mutate: (index: number) =>
      signatureText('the letter case of one letter of the signature was changed', (text) =>
        families.flipLetterCase(text, index),
      ),
    when: requireBase64,
  }),
  refuses('refuses-unregistered-key', {
    as,
    field,
    probes: () => [
      signing('it was signed with a key that is registered for nobody', () => ({
        sign: async (data) => signSha256Rsa(await unregisteredKey(), data),
      })),
    ],
  }),
  ...refusesOthersKeys<'token-b2b'>(),
  refuses('refuses-other-timestamp', {
    // The timestamp that is sent may also lie outside the target's window: no class of its own.
    as: 'other',
    // The control of this very second is sent first, so that its signature has been used once.
    before: (t) =>
      t.session.probe(
        withTimestamp(formatTimestamp(t.now, t.session.controlForm), 'sent once as it should be'),
      ),
    property: () =>
      fc.record({
        seconds: fc.integer({ min: 1, max: 600 }),
        direction: fc.constantFrom(-1, 1),
        used: fc.boolean(),
      }),
    mutate: (
      { seconds, direction, used }: { seconds: number; direction: number; used: boolean },
      t,
    ) => {
      const present = formatTimestamp(t.now, t.session.controlForm);
      const other = formatTimestamp(t.now + direction * seconds * 1000, t.session.controlForm);
      const [sent, signed] = used ? [other, present] : [present, other];
      return signedOver(sent, signed, `the signature belongs to another timestamp: ${signed}`);
    },
  }),
  refusesDigest(),
  refusesRule('refuses-pss', 'pss'),
  refusesRule('refuses-swapped-order', 'swapped-order'),
  refuses('refuses-other-delimiter', {
    as,
    field,
    property: () => families.wrongDelimiter('|'),
    mutate: (delimiter: string) =>
      signing(`the string-to-sign has ${JSON.stringify(delimiter)} for its delimiter`, () => ({
        stringToSign: (id, sent) => `${id}${delimiter}${sent}`,
      })),
  }),
  refusesRule('refuses-client-id-alone', 'client-id-alone'),
  refusesRule('refuses-timestamp-alone', 'timestamp-alone'),
  refusesRule('refuses-trailing-newline', 'trailing-newline'),
  refuses('refuses-altered-client-id', {
    as,
    field,
    property: (t) => fc.constantFrom(...alteredIds(t.session.signer.clientId)),
    mutate: (altered: string) =>
      signing(`the string-to-sign has the client id as ${JSON.stringify(altered)}`, () => ({
        stringToSign: (_, sent) => `${altered}|${sent}`,
      })),
  }),
  refuses('refuses-hmac', {
    as,
    field,
    property: (t) => fc.constantFrom(...hmacs(t).map((_, index) => index)),
    mutate: (index: number, t) => hmacs(t)[index] as Mutation,
  }),
  ...foreignTexts,
  ...forgedSignatures,
  otherEncodings(signatureText),
  replay,
]);

function refusesDigest(): Check {
  const digests = ['sha1', 'sha384', 'sha512', 'md5'] as const;
  return refuses('refuses-other-digest', {
    as,
    field,
    property: () => fc.constantFrom(...digests),
    mutate: (digest: (typeof digests)[number], t) => ruled(t, wrongRules[digest]),
  });
}
