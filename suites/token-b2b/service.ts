import type { Service } from '../../src/engine/service.js';
import { expiryRules } from './rules/expiry.js';
import { grantRules } from './rules/grants.js';
import { refusalRules } from './rules/refusals.js';
import { throttleRules } from './rules/throttles.js';

/** The access-token service B2B: service code 73. */
export const tokenB2b: Service = {
  id: 'token-b2b',
  grants: () => [...grantRules, ...expiryRules()],
  refusals: () => refusalRules,
  throttles: () => throttleRules,
};
