import { decodeSignature, verifySha256Rsa } from '../../../../protocol/signature.js';
import { tokenStringToSign } from '../../../../protocol/string-to-sign.js';
import { formatTimestamp } from '../../../../protocol/timestamp.js';
import { letPass } from '../../../policies/change-policy.js';
import { signatureLength } from '../../../tokens/client.js';
import type { TokenAttempt } from '../../../tokens/policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** True if X-SIGNATURE at least looks like one: Base64 of as many bytes as a client's key makes. */
function hasSignature({ clients, header }: TokenAttempt): boolean {
  const bytes = decodeSignature(header('X-SIGNATURE') ?? '', 'base64');
  return [...clients.values()].some((client) => signatureLength(client) === bytes?.length);
}

function skipsWithoutTimestamp(
  value: string | undefined,
  name: string,
  title: string,
): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: [`token-b2b/headers/rejects-${value === undefined ? 'missing' : 'empty'}-timestamp`],
    apply: (policy) =>
      letPass(
        policy,
        ['timestampPresence', 'timestampForm', 'signature'],
        (attempt) => attempt.header('X-TIMESTAMP') === value && hasSignature(attempt),
      ),
  };
}

function skipsWithoutSignature(
  value: string | undefined,
  name: string,
  title: string,
): TokenB2bFault {
  return {
    service: 'token-b2b',
    name,
    title,
    trips: [`token-b2b/headers/rejects-${value === undefined ? 'missing' : 'empty'}-signature`],
    apply: (policy) =>
      letPass(
        policy,
        ['signaturePresence', 'signature'],
        ({ header }) => header('X-SIGNATURE') === value,
      ),
  };
}

/** What is wrong with how missing and empty headers are treated. */
export const tokenB2bPresenceFaults: readonly TokenB2bFault[] = [
  skipsWithoutTimestamp(
    undefined,
    'timestamp-may-be-missing',
    'has nothing to verify without X-TIMESTAMP, and grants',
  ),
  {
    service: 'token-b2b',
    name: 'own-clock-for-missing-timestamp',
    title: 'takes its own time, as it prints it in Jakarta, for an X-TIMESTAMP that is missing',
    trips: ['token-b2b/headers/rejects-missing-timestamp'],
    // Its document gives two forms, and clients write the other one.
    profile: 'doku',
    apply: (policy) =>
      letPass(
        policy,
        ['timestampPresence', 'timestampForm', 'signature'],
        ({ client, clients, header, now }) => {
          if (header('X-TIMESTAMP') !== undefined) return false;
          const clientId = header('X-CLIENT-KEY') ?? '';
          const { publicKey } = client ?? clients.get(clientId) ?? {};
          const bytes = decodeSignature(header('X-SIGNATURE') ?? '', 'base64');
          // The second before is that of a request that was under way when the next one began.
          return [now, now - 1000].some(
            (instant) =>
              publicKey !== undefined &&
              bytes !== undefined &&
              verifySha256Rsa(
                publicKey,
                tokenStringToSign(clientId, formatTimestamp(instant, 'offset')),
                bytes,
              ),
          );
        },
      ),
  },
  skipsWithoutTimestamp(
    '',
    'timestamp-may-be-empty',
    'takes an empty X-TIMESTAMP for one that needs no verifying',
  ),
  skipsWithoutSignature(
    undefined,
    'signature-may-be-missing',
    'verifies X-SIGNATURE only if there is one',
  ),
  skipsWithoutSignature(
    '',
    'signature-may-be-empty',
    'verifies X-SIGNATURE only if it is not empty',
  ),
];
