import { ofTokenB2b, type TokenB2bFault } from '../../fault.js';
import { furtherHeaderFaults, furtherHeaders } from '../../shared/further-headers.js';

/** What is wrong with headers that the document of the service itself names. */
export const tokenB2bFurtherHeaderFaults: readonly TokenB2bFault[] = furtherHeaderFaults.map(
  (fault) => ({
    ...ofTokenB2b(fault),
    overrides: { 'token-b2b': { headers: furtherHeaders } },
  }),
);
