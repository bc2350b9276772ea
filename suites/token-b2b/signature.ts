import { createHmac, createPublicKey } from 'node:crypto';
import fc from 'fast-check';
import { area } from '../../src/engine/checks/area.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { type WrongRule, wrongRules } from '../../src/engine/request/wrong-token-rules.js';
import { type Message, say } from '../../src/messages/message.js';
import { delimiterText } from '../../src/protocol/delimiter.js';
import { rsaSignatureLength, signSha256Rsa } from '../../src/protocol/signature.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import { otherInstants } from '../shared/arbitraries/other-instants.js';
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
import { refusesExchangedClientKey } from './exchanged-client-key.js';
import { foreignTexts } from './foreign-texts.js';
import { forgedSignatures } from './forged-signatures.js';
import { replay } from './replay.js';
import { tokenB2b } from './token-b2b.js';

const as = 'invalid-signature' as const;
const field = 'X-SIGNATURE';

/** Signed by one of the known wrong rules. */
function ruled(t: CheckContext<'token-b2b'>, rule: WrongRule): Mutation {
  return signing(say('shared/signature/by-rule', { rule: rule.says }), (right) =>
    rule.signing(right, t.session.signer),
  );
}

function refusesRule(
  name: string,
  ...rules: readonly (keyof typeof wrongRules)[]
): Check<'token-b2b'> {
  return refuses(name, {
    as,
    field,
    probes: (t) => rules.map((rule) => ruled(t, wrongRules[rule])),
  });
}

/** Bytes of the configured key's signatures. */
const lengthFor = (t: CheckContext<'token-b2b'>) => rsaSignatureLength(t.session.signer.key);

const delimiterOf = ({ settings }: CheckContext<'token-b2b'>) =>
  delimiterText(settings.signature.delimiter);

/** Variants of the own id that a careless server would sign instead of the header's text. */
function alteredIds(id: string): string[] {
  return [...new Set([id.toLowerCase(), id.toUpperCase(), `${id} `, ` ${id}`, `"${id}"`])].filter(
    (other) => other !== id,
  );
}

/** Made with HMAC and this secret, which `says` names. */
function hmac(
  t: CheckContext<'token-b2b'>,
  digest: string,
  secret: string | Buffer,
  says: Message,
): Mutation {
  const { clientId } = t.session.signer;
  return signing(say('token-b2b/signature/hmac', { secret: says }), () => ({
    sign: (data) => createHmac(digest, secret).update(data).digest(),
    algorithm: say('token-b2b/signature/hmac-algorithm', { digest, secret: says, clientId }),
  }));
}

function hmacs(t: CheckContext<'token-b2b'>): Mutation[] {
  const { key, clientSecret } = t.session.signer;
  const publicPem = createPublicKey(key).export({ type: 'spki', format: 'pem' });
  return ['sha512', 'sha256'].flatMap((digest) => [
    hmac(t, digest, publicPem, say('token-b2b/signature/public-key')),
    ...(clientSecret === undefined
      ? []
      : [hmac(t, digest, clientSecret, say('token-b2b/signature/client-secret'))]),
  ]);
}

export const signature = area(tokenB2b, 'signature', [
  acceptsValid,
  refusesBitFlip(),
  refuses('refuses-wrong-length', {
    as,
    field,
    property: (t) => families.lengthChange(lengthFor(t)),
    examples: (t) => families.lengthChangeExamples(lengthFor(t)),
    mutate: (change: families.LengthChange) =>
      signatureBytes(say('token-b2b/signature/cut-or-extended'), (bytes) =>
        families.changeLength(bytes, change),
      ),
  }),
  refuses('refuses-over-long', {
    // The HTTP server itself may refuse a header of this length, and then has no SNAP answer for it.
    as: 'other',
    field,
    property: () => families.overLong,
    examples: () => families.overLongExamples,
    mutate: (change: families.OverLong) =>
      signatureBytes(say('token-b2b/signature/over-long'), (bytes) =>
        families.makeOverLong(bytes, change),
      ),
  }),
  refusesRandomBytes(),
  refuses('refuses-not-base64', {
    as,
    field,
    property: () => families.notBase64,
    examples: () => families.notBase64Examples,
    mutate: (change: families.NotBase64) =>
      signatureText(say('token-b2b/signature/not-base64'), (text) =>
        families.breakBase64(text, change),
      ),
  }),
  refuses('refuses-letter-case-change', {
    as,
    field,
    property: () => fc.integer({ min: 0, max: 339 }),
    examples: () => families.letterExamples,
    mutate: (index: number) =>
      signatureText(say('token-b2b/signature/letter-case'), (text) =>
        families.flipLetterCase(text, index),
      ),
    when: requireBase64,
  }),
  refuses('refuses-unregistered-key', {
    as,
    field,
    probes: () => [
      signing(say('token-b2b/signature/unregistered-key'), () => ({
        sign: (data) => signSha256Rsa(unregisteredKey(), data),
      })),
    ],
  }),
  ...refusesOthersKeys<'token-b2b'>(),
  refusesExchangedClientKey,
  refuses('refuses-other-timestamp', {
    // The timestamp that is sent may also lie outside the target's window, so this has no class of its own.
    as: 'other',
    // The control of this very second is sent first, so that its signature has been used once.
    before: (t) =>
      t.session.probe(
        withTimestamp(
          formatTimestamp(t.now, t.session.controlForm),
          say('token-b2b/signature/sent-before'),
        ),
      ),
    property: () =>
      fc.record({
        seconds: fc.integer({ min: 1, max: 600 }),
        direction: fc.constantFrom(-1, 1),
        used: fc.boolean(),
      }),
    examples: () => otherInstants,
    mutate: (
      { seconds, direction, used }: { seconds: number; direction: number; used: boolean },
      t,
    ) => {
      const present = formatTimestamp(t.now, t.session.controlForm);
      const other = formatTimestamp(t.now + direction * seconds * 1000, t.session.controlForm);
      const [sent, signed] = used ? [other, present] : [present, other];
      return signedOver(
        sent,
        signed,
        say('token-b2b/signature/other-timestamp', { timestamp: signed }),
      );
    },
  }),
  refusesDigest(),
  refusesRule('refuses-pss', 'pss'),
  refusesRule('refuses-swapped-order', 'swapped-order'),
  refuses('refuses-other-delimiter', {
    as,
    field,
    settings: ['/signature/delimiter'],
    property: (t) => families.wrongDelimiter(delimiterOf(t)),
    examples: (t) => families.delimiterExamples(delimiterOf(t)),
    mutate: (delimiter: string) =>
      signing(say('token-b2b/signature/other-delimiter', { delimiter }), () => ({
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
    examples: (t) => alteredIds(t.session.signer.clientId),
    mutate: (altered: string) =>
      signing(say('token-b2b/signature/other-client-id', { clientId: altered }), (right) => ({
        stringToSign: (_, sent) => right.stringToSign(altered, sent),
      })),
  }),
  refuses('refuses-hmac', {
    as,
    field,
    property: (t) => fc.constantFrom(...hmacs(t).map((_, index) => index)),
    examples: (t) => hmacs(t).map((_, index) => index),
    mutate: (index: number, t) => hmacs(t)[index] as Mutation,
  }),
  ...foreignTexts,
  ...forgedSignatures,
  otherEncodings(signatureText),
  replay,
]);

function refusesDigest(): Check<'token-b2b'> {
  const digests = ['sha1', 'sha384', 'sha512', 'md5'] as const;
  return refuses('refuses-other-digest', {
    as,
    field,
    property: () => fc.constantFrom(...digests),
    examples: () => digests,
    mutate: (digest: (typeof digests)[number], t) => ruled(t, wrongRules[digest]),
  });
}
