import { verifySha256Rsa } from '../../../../protocol/signature.js';
import { parseTimestamp } from '../../../../protocol/timestamp.js';
import type { TransactionParts } from '../../../../protocol/transaction-string-to-sign.js';
import type { TransactionAttempt } from '../../../transaction/policy.js';
import type { TransactionFault } from '../../fault.js';
import { alsoOver, alsoTake } from '../../shared/also-signed.js';

const fiveSecondsMs = 5000;

const inOrder = ({ method, path, accessToken, bodyHash, timestamp }: TransactionParts) => [
  method,
  path,
  ...(accessToken === undefined ? [] : [accessToken]),
  bodyHash,
  timestamp,
];

/** Everything but the timestamp that a signature is bound to. */
function callOf({ received, token }: TransactionAttempt, text: string): string {
  return JSON.stringify([text, token, received.target, received.body.toString('base64')]);
}

/** The instant of X-TIMESTAMP in epoch milliseconds; NaN if it is malformed. */
function instantOf({ header }: TransactionAttempt): number {
  const parsed = parseTimestamp(header('X-TIMESTAMP') ?? '');
  return parsed.ok ? parsed.instant : Number.NaN;
}

/** What is wrong with the text that a signature is verified over. */
export const transactionSignedTextFaults: readonly TransactionFault[] = [
  {
    service: 'transaction',
    name: 'transaction-five-second-window',
    title: 'refuses a transaction that took five seconds to come, or whose clock lags as much',
    trips: ['transaction/signature/accepts-valid'],
    apply: (policy) => ({
      ...policy,
      steps: {
        ...policy.steps,
        signature: (attempt, current) => {
          const sent = parseTimestamp(attempt.header('X-TIMESTAMP') ?? '');
          return sent.ok && attempt.now - sent.instant > fiveSecondsMs
            ? { faultClass: 'invalid-signature', field: 'X-SIGNATURE' }
            : policy.steps.signature(attempt, current);
        },
      },
    }),
  },
  {
    service: 'transaction',
    name: 'transaction-remembers-signatures',
    title: 'takes a signature that it has verified once for any other instant',
    trips: ['transaction/signature/refuses-other-timestamp'],
    apply: (policy) => {
      const verified = new Map<string, number>();
      return {
        ...policy,
        steps: {
          ...policy.steps,
          signature: (attempt, current) => {
            const call = callOf(attempt, attempt.header('X-SIGNATURE') ?? '');
            const instant = instantOf(attempt);
            // Another requirement is about the same instant in another form.
            if ((verified.get(call) ?? instant) !== instant) return undefined;
            const refusal = policy.steps.signature(attempt, current);
            if (!refusal) verified.set(call, instant);
            return refusal;
          },
        },
      };
    },
  },
  alsoOver(
    {
      name: 'transaction-takes-bearer-in-token',
      title: 'takes a signature with "Bearer " left before the token',
      trips: ['transaction/signature/refuses-bearer-in-token'],
    },
    (right, attempt) => [{ token: () => `Bearer ${right.token(attempt)}` }],
  ),
  alsoOver(
    {
      name: 'transaction-takes-signature-without-token',
      title: 'takes a signature that does not cover the token',
      trips: ['transaction/signature/refuses-without-token'],
    },
    () => [{ token: () => undefined }],
  ),
  alsoOver(
    {
      name: 'transaction-takes-signed-token',
      title: 'takes an asymmetric signature that covers the token',
      trips: ['transaction/signature/refuses-signed-token'],
      overrides: { transaction: { scheme: 'asymmetric-with-token' } },
    },
    (_, { token }) => [{ token: () => token }],
  ),
  alsoOver(
    {
      name: 'transaction-takes-timestamp-before-hash',
      title: 'takes a signature over timestamp and hash in the other order',
      trips: ['transaction/signature/refuses-other-order'],
    },
    (right) => [
      {
        stringToSign: (parts) =>
          right.stringToSign({ ...parts, bodyHash: parts.timestamp, timestamp: parts.bodyHash }),
      },
    ],
  ),
  alsoOver(
    {
      name: 'transaction-takes-any-delimiter',
      title: 'takes a signature with any one character between the parts, or none',
      trips: ['transaction/signature/refuses-other-delimiter'],
    },
    () =>
      ['', ...'|;,._-/\\&+#~ \t\n'].map((delimiter) => ({
        stringToSign: (parts: TransactionParts) => inOrder(parts).join(delimiter),
      })),
  ),
  alsoOver(
    {
      name: 'transaction-takes-colons',
      title: 'takes a signature with colons between the parts, though its document has pipes',
      trips: ['transaction/signature/refuses-other-delimiter'],
      overrides: { transaction: { signature: { delimiter: '|' } } },
    },
    () => [{ stringToSign: (parts) => inOrder(parts).join(':') }],
  ),
  {
    service: 'transaction',
    name: 'transaction-takes-token-request-signatures',
    title: 'takes the signature of a token request, over client id and timestamp',
    trips: ['transaction/signature/refuses-token-request-signature'],
    apply: (policy) =>
      alsoTake(policy, ({ attempt, client, text }) =>
        verifySha256Rsa(
          client.publicKey,
          `${client.clientId}|${attempt.header('X-TIMESTAMP')}`,
          Buffer.from(text, 'base64'),
        ),
      ),
  },
];
