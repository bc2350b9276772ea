import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { SignatureUtility } from '../../../schemas/resolved.js';
import { bodyHash } from '../../protocol/body-hash.js';
import { encodeSignature, signHmacSha512, signSha256Rsa } from '../../protocol/signature.js';
import { tokenStringToSign } from '../../protocol/string-to-sign.js';
import { formatTimestamp, parseTimestamp } from '../../protocol/timestamp.js';
import { transactionStringToSign } from '../../protocol/transaction-string-to-sign.js';
import { type Answer, snapAnswer } from '../answers/answer.js';
import { headerOf, type Received } from '../answers/received.js';
import type { Refusal } from '../answers/refusal.js';
import { refuse } from '../answers/refuse.js';
import type { UtilityAsked, UtilityName, UtilityOperation, UtilityPolicy } from './policy.js';

/** The policy of a portal that keeps to the profile. */
export function conformingUtility(settings: SignatureUtility): UtilityPolicy {
  const common = {
    encode: (signature: Buffer) => encodeSignature(signature, settings.encoding),
    onGrant: (answer: Answer) => answer,
    onRefusal: (answer: Answer) => answer,
  };
  return {
    settings,
    operations: {
      auth: {
        ...common,
        required: ['X-TIMESTAMP', 'X-CLIENT-KEY', 'Private_Key'],
        stringToSign: ({ header }) =>
          tokenStringToSign(header('X-CLIENT-KEY'), header('X-TIMESTAMP')),
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
          transactionStringToSign({
            method: header('HttpMethod'),
            path: header('EndpoinUrl'),
            accessToken: header('AccessToken'),
            bodyHash: bodyHash(received.body),
            timestamp: header('X-TIMESTAMP'),
          }),
        sign: async (text, { header }) => signHmacSha512(header('X-CLIENT-SECRET'), text),
      },
    },
  };
}

/** Which of the two answers at a path, if any. */
export function utilityAt(
  { offered, authPath, servicePath }: SignatureUtility,
  path: string,
): UtilityName | undefined {
  if (!offered) return undefined;
  if (path === authPath) return 'auth';
  return path === servicePath ? 'service' : undefined;
}

/** Answers a request to one of the two. */
export async function answerUtility(
  { settings, operations }: UtilityPolicy,
  name: UtilityName,
  received: Received,
): Promise<Answer> {
  const operation = operations[name];
  const asked: UtilityAsked = {
    received,
    now: Date.now(),
    header: (header) => headerOf(received, header) ?? '',
  };
  const signed = refusalOf(operation, asked) ?? (await sign(operation, asked));
  if (!Buffer.isBuffer(signed)) {
    const { field } = signed;
    const called = field === undefined ? undefined : (settings.fields[field] ?? field);
    const named = called === undefined ? signed : { ...signed, field: called };
    return operation.onRefusal(refuse(settings, named, asked.now), signed, asked);
  }
  const timestamp = formatTimestamp(asked.now, settings.success.headers.timestampForms[0]);
  return operation.onGrant(
    snapAnswer(200, timestamp, { signature: operation.encode(signed) }),
    asked,
  );
}

function refusalOf({ required }: UtilityOperation, { received, header }: UtilityAsked) {
  if (received.method !== 'POST') return { faultClass: 'method' } satisfies Refusal;
  const missing = required.find((name) => header(name) === '');
  if (missing !== undefined)
    return { faultClass: 'missing-field', field: missing } satisfies Refusal;
  return parseTimestamp(header('X-TIMESTAMP')).ok
    ? undefined
    : ({ faultClass: 'field-format', field: 'X-TIMESTAMP' } satisfies Refusal);
}

function sign(operation: UtilityOperation, asked: UtilityAsked): Promise<Buffer | Refusal> {
  return operation.sign(operation.stringToSign(asked), asked);
}

/** An RSA private key, PKCS#8 in Base64 on one line as a header can carry it. */
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
