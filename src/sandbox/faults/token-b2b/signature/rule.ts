import { createHmac } from 'node:crypto';
import { decodeSignature } from '../../../../protocol/signature.js';
import { tokenStringToSign } from '../../../../protocol/string-to-sign.js';
import { formatTimestamp, parseTimestamp } from '../../../../protocol/timestamp.js';
import { changeGrant } from '../../../policies/change-policy.js';
import type { TokenB2bFault } from '../../fault.js';
import { acceptSignature, type SentSignature, signsOneOf } from '../../shared/token-signature.js';

/** Also takes signatures of the client's key, made with SHA256withRSA, over other texts. */
function alsoOver(
  name: string,
  title: string,
  trips: string,
  texts: (sent: SentSignature) => Iterable<string>,
): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: [`token-b2b/signature/${trips}`],
    apply: (policy) => acceptSignature(policy, (sent) => signsOneOf(sent, texts(sent))),
  };
}

/** Everything that implementations put between client id and timestamp, except the one pipe. */
const delimiters = [
  '',
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).filter(
    (c) => c !== '|',
  ),
  ...[
    ' | ',
    '| ',
    '||',
    '::',
    ': ',
    ' : ',
    ', ',
    '\\|',
    '\\\\|',
    '%7C',
    '%7c',
    '&#124;',
    '\n',
    '\t',
    '|\n',
  ],
];

/** Other timestamps are tried if they are at most so many seconds earlier or later. */
const reachSeconds = 600;

/** What the client signs at other times: seconds, hours and days away, in the same form. */
function* signedAtOtherTimes(clientId: string, timestamp: string): Generator<string> {
  const parsed = parseTimestamp(timestamp);
  if (!parsed.ok) return;
  const { instant, form, offsetMinutes } = parsed;
  const near = Array.from({ length: reachSeconds }, (_, index) => index + 1);
  const hours = Array.from({ length: 48 }, (_, index) => index + 1);
  // Twelve hours away is also what a 12-hour clock makes of the same instant, another requirement's matter.
  const far = hours.filter((hour) => hour !== 12).map((hour) => hour * 3600);
  for (const seconds of [...near, ...far, 604_800, 31_536_000]) {
    for (const moved of [instant - seconds * 1000, instant + seconds * 1000]) {
      yield tokenStringToSign(clientId, formatTimestamp(moved, form, offsetMinutes));
    }
  }
}

/** Takes a signature that was verified once beside any other timestamp, and one made for a timestamp nearby. */
const unboundTimestamp: TokenB2bFault = {
  service: 'token-b2b',
  name: 'signature-of-another-timestamp',
  title: 'remembers that a signature held and takes it again with another timestamp',
  trips: ['token-b2b/signature/refuses-other-timestamp'],
  apply: (policy) => {
    const seen = new Map<string, number>();
    const remembering = changeGrant(policy, (answer, { client }, received) => {
      const timestamp = policy.header(received, 'X-TIMESTAMP') ?? '';
      const text = policy.header(received, 'X-SIGNATURE') ?? '';
      const parsed = parseTimestamp(timestamp);
      const bytes = decodeSignature(text, 'base64');
      // A signature shows which timestamp it was made for only if that one came with it.
      const own = signsOneOf({ client, bytes }, [tokenStringToSign(client.clientId, timestamp)]);
      if (parsed.ok && own) seen.set(`${client.clientId} ${text}`, parsed.instant);
      return answer;
    });
    return acceptSignature(remembering, (sent) => {
      const { clientId, timestamp, text } = sent;
      const parsed = parseTimestamp(timestamp);
      if (!parsed.ok) return false;
      const former = seen.get(`${clientId} ${text}`);
      // Another requirement is about the same instant in another form.
      return former === undefined
        ? signsOneOf(sent, signedAtOtherTimes(clientId, timestamp))
        : former !== parsed.instant;
    });
  },
};

/** What is wrong with the text that a signature is verified over, or with the secret. */
export const tokenB2bSignedTextFaults: readonly TokenB2bFault[] = [
  unboundTimestamp,
  alsoOver(
    'signs-in-either-order',
    'also verifies over timestamp|clientId',
    'refuses-swapped-order',
    ({ clientId, timestamp }) => [tokenStringToSign(timestamp, clientId)],
  ),
  alsoOver(
    'any-delimiter',
    'tries one delimiter after the other until the signature verifies',
    'refuses-other-delimiter',
    ({ clientId, timestamp }) => delimiters.map((each) => `${clientId}${each}${timestamp}`),
  ),
  {
    ...alsoOver(
      'takes-pipes',
      'also verifies over clientId|timestamp, though its document has no delimiter',
      'refuses-other-delimiter',
      ({ clientId, timestamp }) => [`${clientId}|${timestamp}`],
    ),
    overrides: { 'token-b2b': { signature: { delimiter: 'none' } } },
  },
  alsoOver(
    'signs-client-id-alone',
    'also verifies over the client id alone',
    'refuses-client-id-alone',
    ({ clientId }) => [clientId],
  ),
  alsoOver(
    'signs-timestamp-alone',
    'also verifies over the timestamp alone',
    'refuses-timestamp-alone',
    ({ timestamp }) => [timestamp],
  ),
  alsoOver(
    'signs-trailing-newline',
    'also verifies over the line as a shell pipes it, with its line feed',
    'refuses-trailing-newline',
    ({ stringToSign }) => [`${stringToSign}\n`, `${stringToSign}\r\n`],
  ),
  alsoOver(
    'signs-normalised-client-id',
    'normalises the client id before it verifies: letter case and ends',
    'refuses-altered-client-id',
    ({ clientId, timestamp }) =>
      [
        clientId.toLowerCase(),
        clientId.toUpperCase(),
        clientId.slice(0, -1),
        clientId.slice(1),
        ` ${clientId}`,
      ]
        .filter((id) => id !== clientId)
        .map((id) => tokenStringToSign(id, timestamp)),
  ),
  {
    service: 'token-b2b',
    name: 'takes-hmac',
    title: 'also takes an HMAC, keyed with the client secret or with the text of the public key',
    trips: ['token-b2b/signature/refuses-hmac'],
    apply: (policy) =>
      acceptSignature(policy, ({ client, text, stringToSign }) => {
        const pem = client.publicKey.export({ type: 'spki', format: 'pem' }) as string;
        const der = client.publicKey.export({ type: 'spki', format: 'der' });
        const secrets = [client.clientSecret, pem, pem.trim(), der, der.toString('base64')];
        return secrets.some((secret) =>
          ['sha512', 'sha256'].some((hash) => {
            const mac = createHmac(hash, secret).update(stringToSign).digest();
            return text === mac.toString('base64') || text === mac.toString('hex');
          }),
        );
      }),
  },
];
