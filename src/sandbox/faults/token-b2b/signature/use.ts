import { createHash, createHmac } from 'node:crypto';
import { decodeSignature, verifySha256Rsa } from '../../../../protocol/signature.js';
import { tokenStringToSign } from '../../../../protocol/string-to-sign.js';
import { changeGrant, letPass, withStep } from '../../../policies/change-policy.js';
import { signatureLength } from '../../../tokens/client.js';
import type { TokenAttempt } from '../../../tokens/policy.js';
import type { TokenB2bFault } from '../../fault.js';
import { acceptSignature, type SentSignature, signsOneOf } from '../../shared/token-signature.js';

/** Longest signature that a server stores, in bytes. */
const longestStored = 1024;
/** How many of the latest tokens are tried in the text that is signed. */
const keptTokens = 16;

function bodyHash({ attempt }: SentSignature): string {
  return createHash('sha256').update(attempt.received.body).digest('hex');
}

/** What a transaction signs: without a token in the asymmetric scheme, with one in the symmetric scheme. */
function transactionText(sent: SentSignature, token?: string): string {
  const { method, path } = sent.attempt.received;
  const parts = [method, path, ...(token === undefined ? [] : [token]), bodyHash(sent)];
  return [...parts, sent.timestamp].join(':');
}

const takesTransactionSignatures: TokenB2bFault = {
  service: 'token-b2b',
  name: 'takes-transaction-signatures',
  title: "verifies the transactions' string-to-sign at the token service too",
  trips: ['token-b2b/signature/refuses-transaction-string-to-sign'],
  apply: (policy) => {
    const tokens = new Set<string>();
    const remembering = changeGrant(policy, (answer) => {
      tokens.add(String(answer.body['accessToken']));
      const [oldest] = tokens;
      if (tokens.size > keptTokens && oldest !== undefined) tokens.delete(oldest);
      return answer;
    });
    return acceptSignature(remembering, (sent) => {
      const symmetric = [...tokens].map((token) => transactionText(sent, token));
      const { clientSecret } = sent.client;
      return (
        signsOneOf(sent, [transactionText(sent), ...symmetric]) ||
        symmetric.some(
          (text) => createHmac('sha512', clientSecret).update(text).digest('base64') === sent.text,
        )
      );
    });
  },
};

/** Verifies with the id of its own configuration, if the id that came is one of those meant. */
function verifiesOverConfiguredId(
  name: string,
  title: string,
  meant: (attempt: TokenAttempt) => boolean,
): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: ['token-b2b/signature/refuses-exchanged-client-key'],
    apply: (policy) =>
      letPass(policy, ['client', 'signature'], (attempt) => {
        const [configured] = attempt.clients.values();
        const bytes = decodeSignature(attempt.header('X-SIGNATURE') ?? '', 'base64');
        if (!configured || !bytes || !meant(attempt)) return false;
        const text = tokenStringToSign(configured.clientId, attempt.header('X-TIMESTAMP') ?? '');
        if (!verifySha256Rsa(configured.publicKey, text, bytes)) return false;
        attempt.client = configured;
        return true;
      }),
  };
}

const isRegistered = ({ clients, header }: TokenAttempt) =>
  clients.has(header('X-CLIENT-KEY') ?? '');

/** What a valid signature is taken for besides the one request that it was made for. */
export const tokenB2bSignatureUseFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'cuts-over-long-signatures',
    title: 'cuts a signature of more than a kilobyte to the length of its key, from either end',
    trips: ['token-b2b/signature/refuses-over-long'],
    apply: (policy) =>
      acceptSignature(policy, ({ client, bytes, stringToSign }) => {
        if (bytes === undefined || bytes.length <= longestStored) return false;
        const length = signatureLength(client);
        return [bytes.subarray(0, length), bytes.subarray(-length)].some((part) =>
          verifySha256Rsa(client.publicKey, stringToSign, part),
        );
      }),
  },
  {
    service: 'token-b2b',
    name: 'takes-signed-body',
    title: 'also takes a signature over the body, or over its digest in hexadecimal digits',
    trips: ['token-b2b/signature/refuses-body-signed'],
    apply: (policy) =>
      acceptSignature(policy, (sent) =>
        signsOneOf(sent, [sent.attempt.received.body.toString('utf8'), bodyHash(sent)]),
      ),
  },
  takesTransactionSignatures,
  verifiesOverConfiguredId(
    'verifies-over-configured-id',
    'verifies the signature over the client id of its own configuration, whatever X-CLIENT-KEY says',
    () => true,
  ),
  verifiesOverConfiguredId(
    'verifies-known-ids-over-configured-id',
    'looks X-CLIENT-KEY up, but verifies over the client id of its own configuration',
    isRegistered,
  ),
  verifiesOverConfiguredId(
    'takes-unknown-ids-for-configured-one',
    'takes an X-CLIENT-KEY that it does not know for the client of its configuration',
    (attempt) => !isRegistered(attempt),
  ),
  {
    service: 'token-b2b',
    name: 'takes-replays',
    title: 'gives a token each time a signed request comes that its document has good for one use',
    trips: ['token-b2b/signature/replay'],
    // No shipped document says whether a request may be used twice.
    overrides: { 'token-b2b': { signature: { replay: 'refuse' } } },
    apply: (policy) => withStep(policy, 'replay', () => () => undefined),
  },
];
