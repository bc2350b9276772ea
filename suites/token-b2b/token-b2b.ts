import { tokenB2bAdapter } from '../../src/engine/services/token-b2b.js';
import type { Service } from '../../src/engine/session/service.js';
import { faultClasses } from '../../src/protocol/fault-classes.js';
import { refusalRules } from '../shared/refusal-rules.js';
import { tokenGrantRules } from '../shared/token-grant-rules.js';
import { validRules } from '../shared/valid-rules.js';
import { expiryRules } from './rules/expiry.js';
import { throttleRules } from './rules/throttles.js';

/** The access-token service B2B: service code 73. */
export const tokenB2b: Service<'token-b2b'> = {
  adapter: tokenB2bAdapter,
  grants: () => [...tokenGrantRules('token-b2b'), ...expiryRules()],
  refusals: () => refusalRules('token-b2b', faultClasses['token-b2b']),
  throttles: () => throttleRules,
  valid: () => validRules('token-b2b'),
};
