import { createHmac, createPublicKey } from 'node:crypto';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { TransactionDraft } from '../../src/engine/request/transaction-draft.js';
import { inapplicable, untested } from '../../src/engine/session/outcome.js';
import { type Message, say } from '../../src/messages/message.js';
import { schemes } from '../../src/protocol/scheme.js';
import { signSha256Rsa } from '../../src/protocol/signature.js';
import { unregisteredKey } from '../shared/unregistered-key.js';
import {
  changeSecret,
  type SecretChange,
  secretChange,
  secretChangeExamples,
} from './arbitraries/secrets.js';
import { onlyIf, refusesRules, ruled, signing, wrongSignature } from './signature-mutations.js';

type Context = CheckContext<'transaction'>;

const symmetric = onlyIf(({ keyKind }) => keyKind === 'secret');
const asymmetric = onlyIf(({ keyKind }) => keyKind === 'rsa');

const secretOf = ({ session }: Context) => session.signer.clientSecret ?? '';

function hmac(name: Message, key: string | Buffer): Mutation<TransactionDraft> {
  return signing(name, () => ({
    sign: (text) => createHmac('sha512', key).update(text).digest(),
    // The evidence has it as plain text.
    algorithm: say('signing/rules/and', { one: 'HMAC-SHA512', other: name }),
  }));
}

function otherSecret(t: Context): string {
  const { clientSecret } = t.requireOtherClient();
  if (clientSecret === undefined) throw untested(say('transaction/signature/no-second-secret'));
  return clientSecret;
}

/** The keys that a decoder makes of a secret that happens to look encoded. */
function decodedSecrets(secret: string): [encoding: string, key: Buffer][] {
  const found: [string, Buffer][] = [];
  if (/^[A-Za-z0-9+/_-]{2,}={0,2}$/.test(secret))
    found.push(['Base64', Buffer.from(secret, 'base64')]);
  if (/^(?:[0-9A-Fa-f]{2})+$/.test(secret)) found.push(['hex', Buffer.from(secret, 'hex')]);
  return found;
}

/** Signatures that were made with a key that isn't this client's, or with another algorithm. */
export const refusedKeys: readonly Check<'transaction'>[] = [
  refuses<SecretChange, 'transaction'>('refuses-wrong-secret', {
    ...wrongSignature,
    ...symmetric,
    property: (t) => secretChange(secretOf(t)),
    examples: (t) => secretChangeExamples(secretOf(t)),
    mutate: (change, t) =>
      hmac(say('transaction/signature/with-another-secret'), changeSecret(secretOf(t), change)),
  }),
  refuses('refuses-other-client-secret', {
    ...wrongSignature,
    when: (t) => {
      symmetric.when(t);
      otherSecret(t);
    },
    probes: (t) => [hmac(say('transaction/signature/with-another-clients-secret'), otherSecret(t))],
  }),
  refuses('refuses-decoded-secret', {
    ...wrongSignature,
    when: (t) => {
      symmetric.when(t);
      if (decodedSecrets(secretOf(t)).length === 0)
        throw inapplicable(say('transaction/signature/secret-not-encoded'));
    },
    probes: (t) =>
      decodedSecrets(secretOf(t)).map(([encoding, key]) =>
        hmac(say('transaction/signature/with-decoded-secret', { encoding }), key),
      ),
  }),
  refuses('refuses-rsa', {
    ...wrongSignature,
    ...symmetric,
    probes: (t) => {
      const rsa = ruled(t, 'rsa');
      return [
        rsa,
        {
          ...ruled(t, 'rsa', ruled(t, 'without-token').apply),
          name: say('transaction/signature/and-without-token', { mutation: rsa.name }),
        },
      ];
    },
  }),
  refuses('refuses-hmac', {
    ...wrongSignature,
    ...asymmetric,
    probes: (t) => {
      const { key, clientSecret } = t.session.signer;
      const pem = createPublicKey(key).export({ type: 'spki', format: 'pem' });
      return [
        hmac(say('transaction/signature/hmac-with-public-key'), pem),
        ...(clientSecret === undefined
          ? []
          : [hmac(say('transaction/signature/hmac-with-secret'), clientSecret)]),
      ];
    },
  }),
  refuses('refuses-other-digest', {
    ...wrongSignature,
    probes: (t) =>
      schemes[t.settings.scheme].keyKind === 'secret'
        ? [ruled(t, 'hmac-sha256'), ruled(t, 'hmac-sha1')]
        : [ruled(t, 'rsa-sha1'), ruled(t, 'rsa-sha512')],
  }),
  refusesRules('refuses-pss', ['pss'], asymmetric),
  refuses('refuses-unregistered-key', {
    ...wrongSignature,
    ...asymmetric,
    probes: () => [
      signing(say('transaction/signature/with-unregistered-key'), () => ({
        sign: (text) => signSha256Rsa(unregisteredKey(), text),
      })),
    ],
  }),
  refuses('refuses-other-client-key', {
    ...wrongSignature,
    when: (t) => {
      asymmetric.when(t);
      t.requireOtherClient();
    },
    probes: (t) => {
      const other = t.requireOtherClient();
      return [
        signing(say('shared/signature/by-other-client'), () => ({
          sign: (text) => other.sign(text),
        })),
      ];
    },
  }),
];
