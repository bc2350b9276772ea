import { tokenB2b2cAdapter } from '../../src/engine/services/token-b2b2c.js';
import type { Service } from '../../src/engine/session/service.js';
import { faultClasses } from '../../src/protocol/fault-classes.js';
import { refusalRules } from '../shared/refusal-rules.js';
import { tokenGrantRules } from '../shared/token-grant-rules.js';
import { validRules } from '../shared/valid-rules.js';
import { expiryRules } from './rules/expiry.js';
import { newTokenRule } from './rules/new-token.js';

/** The access-token service B2B2C: service code 74. */
export const tokenB2b2c: Service<'token-b2b2c'> = {
  adapter: tokenB2b2cAdapter,
  grants: () => [...tokenGrantRules('token-b2b2c'), ...expiryRules, newTokenRule()],
  refusals: () => refusalRules('token-b2b2c', faultClasses['token-b2b2c']),
  valid: () => validRules('token-b2b2c'),
};
