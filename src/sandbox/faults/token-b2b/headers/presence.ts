import { decodeSignature } from '../../../../protocol/signature.js';
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
