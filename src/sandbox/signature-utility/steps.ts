import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { Profile, SignatureUtility } from '../../../schemas/resolved.js';
import { bodyHash } from '../../protocol/body-hash.js';
import { encodeSignature, signHmacSha512, signSha256Rsa } from '../../protocol/signature.js';
import { tokenStringToSign } from '../../protocol/string-to-sign.js';
import { allowsForm } from '../../protocol/timestamp-forms.js';
import { transactionStringToSign } from '../../protocol/transaction-string-to-sign.js';
import type { Refusal } from '../answers/refusal.js';
import type { SandboxAnswer } from '../answers/sandbox-answer.js';
import type { UtilityAsked, UtilityOperation, UtilityPolicy } from './policy.js';

/** The utility, and the services that it signs for. */
export type UtilityServices = Pick<
  Profile['services'],
  'signature-utility' | 'token-b2b' | 'transaction'
>;

/** The two operations of a portal that keeps to the profile. */
export function utilityOperations({
  'signature-utility': settings,
  'token-b2b': token,
  transaction,
}: UtilityServices): UtilityPolicy['operations'] {
  const common = {
    encode: (signature: Buffer) => encodeSignature(signature, settings.encoding),
    onGrant: (answer: SandboxAnswer) => answer,
    onRefusal: (answer: SandboxAnswer) => answer,
  };
  return {
    auth: {
      ...common,
      required: ['X-TIMESTAMP', 'X-CLIENT-KEY', 'Private_Key'],
      stringToSign: ({ header }) =>
        tokenStringToSign(header('X-CLIENT-KEY'), header('X-TIMESTAMP'), token.signature.delimiter),
      sign: async (text, { header }) => {
        const key = readKey(header('Private_Key'));
        return key
          ? signSha256Rsa(key, text)
          : { faultClass: 'field-format', field: 'Private_Key' };
      },
    },
    service: {
      ...common,
      required: ['X-TIMESTAMP', 'X-CLIENT-SECRET', 'HttpMethod', 'EndpoinUrl', 'AccessToken'],
      stringToSign: ({ header, received }) =>
        transactionStringToSign(
          {
            method: header('HttpMethod'),
            path: header('EndpoinUrl'),
            accessToken: header('AccessToken'),
            bodyHash: bodyHash(received.body, transaction.bodyHash.minify),
            timestamp: header('X-TIMESTAMP'),
          },
          transaction.signature.delimiter,
        ),
      sign: async (text, { header }) => signHmacSha512(header('X-CLIENT-SECRET'), text),
    },
  };
}

/** What is wrong with a request before anything is signed; undefined if nothing is. */
export function refusalOf(
  { required }: UtilityOperation,
  { received, header }: UtilityAsked,
  { timestamp }: Pick<SignatureUtility, 'timestamp'>,
): Refusal | undefined {
  if (received.method !== 'POST') return { faultClass: 'method' };
  const missing = required.find((name) => header(name) === '');
  if (missing !== undefined) return { faultClass: 'missing-field', field: missing };
  return allowsForm(header('X-TIMESTAMP'), timestamp)
    ? undefined
    : { faultClass: 'field-format', field: 'X-TIMESTAMP' };
}

/** An RSA private key: PKCS#8 in Base64, on one line as a header can carry it. */
function readKey(text: string): KeyObject | undefined {
  try {
    const key = createPrivateKey({
      key: Buffer.from(text, 'base64'),
      format: 'der',
      type: 'pkcs8',
    });
    return key.asymmetricKeyType === 'rsa' ? key : undefined;
  } catch {
    return undefined;
  }
}
