import type { AnyArea } from '../src/engine/checks/area.js';
import { signatureUtilityAreas } from './signature-utility/areas.js';
import { tokenB2bAreas } from './token-b2b/areas.js';
import { tokenB2b2cAreas } from './token-b2b2c/areas.js';
import { transactionAreas } from './transaction/areas.js';

/** Every area that ships, in the order of a run: first the services that give the tokens that others need. */
export const areas: readonly AnyArea[] = [
  ...tokenB2bAreas,
  ...tokenB2b2cAreas,
  ...transactionAreas,
  ...signatureUtilityAreas,
];
