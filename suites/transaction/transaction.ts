import { transactionAdapter } from '../../src/engine/services/transaction.js';
import type { Service } from '../../src/engine/session/service.js';
import { refusalRules } from '../shared/refusal-rules.js';
import { grantRules } from './rules/grants.js';

/** A service that carries a transaction signature, whichever the config names. */
export const transaction: Service<'transaction'> = {
  adapter: transactionAdapter,
  grants: () => grantRules,
  refusals: () =>
    refusalRules(
      'transaction',
      [
        'missing-field',
        'field-format',
        'timestamp-format',
        'invalid-signature',
        'missing-token',
        'invalid-token',
        'missing-customer-token',
        'invalid-customer-token',
        'conflict',
        'malformed-body',
      ],
      // No token is given here, so none can be given away.
      ['no-token'],
    ),
};
