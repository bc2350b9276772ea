import { constants, createHmac, createPublicKey, sign } from 'node:crypto';
import { type Message, say } from '../../messages/message.js';
import type { Signing } from './draft.js';
import type { Signer } from './signer.js';
import { onTwelveHourClock } from './twelve-hour-clock.js';

/** Makes a text to sign; `delimiter` is the documented one. */
type Text = (clientId: string, timestamp: string, delimiter: string) => string;

/** A mistake that clients make when they sign. */
export interface WrongRule {
  /** Completes "signed …". */
  says: Message;
  /** What is signed, if that is the mistake. */
  stringToSign?: Text;
  /** The documented signing with this one mistake. */
  signing(right: Signing, signer: Signer): Signing;
}

/** Another string-to-sign, otherwise signed as documented. */
function over(says: Message, stringToSign: Text): WrongRule {
  return {
    says,
    stringToSign,
    signing: (right) => ({
      ...right,
      stringToSign: (id, timestamp) => stringToSign(id, timestamp, right.delimiter),
      algorithm: say('signing/rules/and', { one: right.algorithm, other: says }),
    }),
  };
}

/** Another algorithm over the documented string-to-sign. */
function by(says: Message, signWith: (signer: Signer) => (data: string) => Buffer): WrongRule {
  return {
    says,
    signing: (right, signer) => ({ ...right, sign: signWith(signer), algorithm: says }),
  };
}

function digest(name: string, algorithm: string): WrongRule {
  return by(
    say('signing/rules/algorithm', { algorithm: name }),
    ({ key }) =>
      (data) =>
        sign(algorithm, Buffer.from(data), key),
  );
}

/** The known wrong rules of the token signature, by name. */
export const wrongRules = {
  'swapped-order': over(
    say('signing/rules/swapped-order'),
    (id, timestamp, delimiter) => `${timestamp}${delimiter}${id}`,
  ),
  'no-delimiter': over(say('signing/rules/no-delimiter'), (id, timestamp) => `${id}${timestamp}`),
  'colon-delimiter': over(
    say('signing/rules/colon-delimiter'),
    (id, timestamp) => `${id}:${timestamp}`,
  ),
  'pipe-delimiter': over(
    say('signing/rules/pipe-delimiter'),
    (id, timestamp) => `${id}|${timestamp}`,
  ),
  'spaced-delimiter': over(
    say('signing/rules/spaced-delimiter'),
    (id, timestamp, delimiter) => `${id} ${delimiter} ${timestamp}`,
  ),
  'escaped-delimiter': over(
    say('signing/rules/escaped-delimiter'),
    (id, timestamp, delimiter) => `${id}\\${delimiter}${timestamp}`,
  ),
  'client-id-alone': over(say('signing/rules/client-id-alone'), (id) => id),
  'timestamp-alone': over(say('signing/rules/timestamp-alone'), (_, timestamp) => timestamp),
  'trailing-newline': over(
    say('signing/rules/trailing-newline'),
    (id, timestamp, delimiter) => `${id}${delimiter}${timestamp}\n`,
  ),
  'twelve-hour-clock': over(
    say('signing/rules/twelve-hour-clock'),
    (id, timestamp, delimiter) => `${id}${delimiter}${onTwelveHourClock(timestamp)}`,
  ),
  sha1: digest('SHA1withRSA', 'RSA-SHA1'),
  sha384: digest('SHA384withRSA', 'RSA-SHA384'),
  sha512: digest('SHA512withRSA', 'RSA-SHA512'),
  md5: digest('MD5withRSA', 'RSA-MD5'),
  pss: by(
    say('signing/rules/algorithm', { algorithm: 'RSASSA-PSS' }),
    ({ key }) =>
      (data) =>
        sign('RSA-SHA256', Buffer.from(data), {
          key,
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: 32,
        }),
  ),
  'hmac-public-key': by(say('signing/rules/hmac-with-public-key'), ({ key }) => {
    const secret = createPublicKey(key).export({ type: 'spki', format: 'pem' });
    return (data) => createHmac('sha512', secret).update(data).digest();
  }),
  hex: {
    says: say('signing/rules/hex-for-base64'),
    signing: (right: Signing): Signing => ({
      ...right,
      encode: (bytes) => bytes.toString('hex'),
      algorithm: 'SHA256withRSA, hex',
    }),
  },
  base64url: {
    says: say('signing/rules/base64url'),
    signing: (right: Signing): Signing => ({
      ...right,
      encode: (bytes) => bytes.toString('base64url'),
      algorithm: 'SHA256withRSA, Base64url',
    }),
  },
} satisfies Record<string, WrongRule>;
