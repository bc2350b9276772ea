import { signSha256Rsa } from '../../../protocol/signature.js';
import { withHeaders } from '../../answers/change-answer.js';
import { issuingKeys } from '../../tokens/issue.js';
import type { UtilityFault } from '../fault.js';
import { commonUtilityFaults, utilityFault } from '../shared/utility-faults.js';

/** What is wrong with how a portal signs a token request. */
export const utilityAuthFaults: readonly UtilityFault[] = [
  utilityFault(
    'auth',
    'signs-in-another-order',
    'signature-auth signs timestamp|clientId',
    'signs-as-documented',
    () => ({
      stringToSign: ({ header }) => `${header('X-TIMESTAMP')}|${header('X-CLIENT-KEY')}`,
    }),
  ),
  utilityFault(
    'auth',
    'signs-with-its-own-key',
    'signature-auth signs with a key of its own if it cannot read the one sent',
    'refuses-wrong-key',
    (right) => ({
      sign: async (text, asked) => {
        const signed = await right.sign(text, asked);
        if (Buffer.isBuffer(signed)) return signed;
        return signSha256Rsa((await issuingKeys()).privateKey, text);
      },
    }),
  ),
  utilityFault(
    'auth',
    'dies-over-a-wrong-key',
    'signature-auth dies with HTTP 500 when it cannot read the key sent',
    'client-error',
    (right) => ({
      onRefusal: (answer, refusal, asked) =>
        refusal.field === 'Private_Key' && refusal.faultClass === 'field-format'
          ? {
              ...withHeaders(answer, { 'Content-Type': 'text/plain' }),
              status: 500,
              serialise: () => 'Internal Server Error',
            }
          : right.onRefusal(answer, refusal, asked),
    }),
  ),
  ...commonUtilityFaults('auth'),
];
