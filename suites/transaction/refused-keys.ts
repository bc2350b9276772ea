import { createHmac, createPublicKey } from 'node:crypto';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { TransactionDraft } from '../../src/engine/request/transaction-draft.js';
import { inapplicable, untested } from '../../src/engine/session/outcome.js';
import { schemes } from '../../src/protocol/scheme.js';
import { signSha256Rsa } from '../../src/protocol/signature.js';
import { unregisteredKey } from '../shared/unregistered-key.js';
import { changeSecret, type SecretChange, secretChange } from './arbitraries/secrets.js';
import { onlyWhere, refusesRules, ruled, signing, wrongSignature } from './signature-mutations.js';

type Context = CheckContext<'transaction'>;

const symmetric = onlyWhere(({ keyKind }) => keyKind === 'secret');
const asymmetric = onlyWhere(({ keyKind }) => keyKind === 'rsa');

const secretOf = ({ session }: Context) => session.signer.clientSecret ?? '';

function hmac(name: string, key: string | Buffer): Mutation<TransactionDraft> {
  return signing(name, () => ({
    sign: (text) => createHmac('sha512', key).update(text).digest(),
    algorithm: `HMAC-SHA512, ${name}`,
  }));
}

function otherSecret(t: Context): string {
  const { clientSecret } = t.requireOtherClient();
  if (clientSecret === undefined)
    throw untested('no clientSecret of otherClient in the config: a second secret is needed');
  return clientSecret;
}

/** What a decoder makes of a secret that happens to look encoded. */
function decodedSecrets(secret: string): [encoding: string, key: Buffer][] {
  const found: [string, Buffer][] = [];
  if (/^[A-Za-z0-9+/_-]{2,}={0,2}$/.test(secret))
    found.push(['Base64', Buffer.from(secret, 'base64')]);
  if (/^(?:[0-9A-Fa-f]{2})+$/.test(secret)) found.push(['hex', Buffer.from(secret, 'hex')]);
  return found;
}

/** Signatures by a key that isn't this client's, or by another algorithm. */
export const refusedKeys: readonly Check<'transaction'>[] = [
  refuses<SecretChange, 'transaction'>('refuses-wrong-secret', {
    ...wrongSignature,
    ...symmetric,
    property: (t) => secretChange(secretOf(t)),
    mutate: (change, t) =>
      hmac(
        'it was made with a secret that differs from the registered one',
        changeSecret(secretOf(t), change),
      ),
  }),
  refuses('refuses-other-client-secret', {
    ...wrongSignature,
    when: (t) => {
      symmetric.when(t);
      otherSecret(t);
    },
    probes: (t) => [hmac("it was made with another registered client's secret", otherSecret(t))],
  }),
  refuses('refuses-decoded-secret', {
    ...wrongSignature,
    when: (t) => {
      symmetric.when(t);
      if (decodedSecrets(secretOf(t)).length === 0)
        throw inapplicable(
          'the client secret of the config looks neither like Base64 nor like hex',
        );
    },
    probes: (t) =>
      decodedSecrets(secretOf(t)).map(([encoding, key]) =>
        hmac(`it was made with the client secret decoded from ${encoding}`, key),
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
          ...ruled(t, 'rsa', ruled(t, 'without-token')),
          name: `${rsa.name}, without the token`,
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
        hmac('it was made with HMAC-SHA512 and the public key', pem),
        ...(clientSecret === undefined
          ? []
          : [hmac('it was made with HMAC-SHA512 and the client secret', clientSecret)]),
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
      signing('it was signed with a key that is registered for nobody', () => ({
        sign: async (text) => signSha256Rsa(await unregisteredKey(), text),
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
        signing("it was signed with another registered client's key", () => ({
          sign: (text) => other.sign(text),
        })),
      ];
    },
  }),
];
