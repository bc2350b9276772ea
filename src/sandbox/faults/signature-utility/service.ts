import { createHash } from 'node:crypto';
import { signHmacSha512 } from '../../../protocol/signature.js';
import type { UtilityFault } from '../fault.js';
import { commonUtilityFaults, utilityFault } from '../shared/utility-faults.js';

/** What is wrong with how a portal signs a transaction. */
export const utilityServiceFaults: readonly UtilityFault[] = [
  utilityFault(
    'service',
    'strips-all-whitespace',
    'signature-service strips all white space from the body before it hashes it, within strings too',
    'signs-as-documented',
    () => ({
      stringToSign: ({ header, received }) => {
        const bare = received.body.toString('utf8').replace(/\s+/g, '');
        const hash = createHash('sha256').update(bare).digest('hex');
        return ['HttpMethod', 'EndpoinUrl', 'AccessToken']
          .map(header)
          .concat(hash, header('X-TIMESTAMP'))
          .join(':');
      },
    }),
  ),
  utilityFault(
    'service',
    'leaves-the-token-out',
    'signature-service signs without the token',
    'signs-as-documented',
    (right) => ({
      sign: async (text, { header }) =>
        signHmacSha512(header('X-CLIENT-SECRET'), text.replace(`:${header('AccessToken')}`, '')),
      stringToSign: right.stringToSign,
    }),
  ),
  ...commonUtilityFaults('service'),
];
