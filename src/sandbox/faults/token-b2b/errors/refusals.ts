import { ofTokenB2b, type TokenB2bFault } from '../../fault.js';
import { tokenErrorFaults } from '../../shared/token-errors.js';

/** What either token service can get wrong in a refusal. */
export const tokenB2bRefusalFaults: readonly TokenB2bFault[] = tokenErrorFaults.map(ofTokenB2b);
