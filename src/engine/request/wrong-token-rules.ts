import { constants, createHmac, createPublicKey, sign } from 'node:crypto';
import type { Signing } from './draft.js';
import type { Signer } from './signer.js';

/** A mistake that clients make when they sign, and the words that reports have for it. */
export interface WrongRule {
  /** Completes "signed …". */
  says: string;
  /** What is signed, if that is the mistake. */
  stringToSign?: Signing['stringToSign'];
  /** The documented signing with this one mistake. */
  signing(right: Signing, signer: Signer): Signing;
}

/** Another string-to-sign, otherwise signed as documented. */
function over(says: string, stringToSign: Signing['stringToSign']): WrongRule {
  return {
    says,
    stringToSign,
    signing: (right) => ({ ...right, stringToSign, algorithm: `${right.algorithm}, ${says}` }),
  };
}

/** Another algorithm over the documented string-to-sign. */
function by(says: string, signWith: (signer: Signer) => (data: string) => Buffer): WrongRule {
  return {
    says,
    signing: (right, signer) => ({ ...right, sign: signWith(signer), algorithm: says }),
  };
}

function digest(name: string, algorithm: string): WrongRule {
  return by(
    `with ${name}`,
    ({ key }) =>
      (data) =>
        sign(algorithm, Buffer.from(data), key),
  );
}

/** The known wrong rules of the token signature, by name. */
export const wrongRules = {
  'swapped-order': over('over timestamp|clientId', (id, timestamp) => `${timestamp}|${id}`),
  'no-delimiter': over('without a delimiter', (id, timestamp) => `${id}${timestamp}`),
  'colon-delimiter': over(
    'with a colon for the delimiter',
    (id, timestamp) => `${id}:${timestamp}`,
  ),
  'spaced-delimiter': over(
    'with spaces around the delimiter',
    (id, timestamp) => `${id} | ${timestamp}`,
  ),
  'escaped-delimiter': over(
    'with an escaped delimiter \\|',
    (id, timestamp) => `${id}\\|${timestamp}`,
  ),
  'client-id-alone': over('over the client id alone', (id) => id),
  'timestamp-alone': over('over the timestamp alone', (_, timestamp) => timestamp),
  'trailing-newline': over('with a newline at the end', (id, timestamp) => `${id}|${timestamp}\n`),
  sha1: digest('SHA1withRSA', 'RSA-SHA1'),
  sha384: digest('SHA384withRSA', 'RSA-SHA384'),
  sha512: digest('SHA512withRSA', 'RSA-SHA512'),
  md5: digest('MD5withRSA', 'RSA-MD5'),
  pss: by(
    'with RSASSA-PSS',
    ({ key }) =>
      (data) =>
        sign('RSA-SHA256', Buffer.from(data), {
          key,
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: 32,
        }),
  ),
  'hmac-public-key': by('with HMAC-SHA512 and the public key as secret', ({ key }) => {
    const secret = createPublicKey(key).export({ type: 'spki', format: 'pem' });
    return (data) => createHmac('sha512', secret).update(data).digest();
  }),
  hex: {
    says: 'in hex instead of Base64',
    signing: (right: Signing): Signing => ({
      ...right,
      encode: (bytes) => bytes.toString('hex'),
      algorithm: 'SHA256withRSA, hex',
    }),
  },
  base64url: {
    says: 'in Base64url',
    signing: (right: Signing): Signing => ({
      ...right,
      encode: (bytes) => bytes.toString('base64url'),
      algorithm: 'SHA256withRSA, Base64url',
    }),
  },
} satisfies Record<string, WrongRule>;

/** The rule of clients that sign with HMAC-SHA512 and this client secret. */
export function hmacWithSecret(secret: string): WrongRule {
  return by(
    'with HMAC-SHA512 and the client secret',
    () => (data) => createHmac('sha512', secret).update(data).digest(),
  );
}
