import { transactionAdapter } from '../../src/engine/services/transaction.js';
import type { Service } from '../../src/engine/session/service.js';
import { faultClasses } from '../../src/protocol/fault-classes.js';
import { refusalRules } from '../shared/refusal-rules.js';
import { validRules } from '../shared/valid-rules.js';
import { grantRules } from './rules/grants.js';

/** A service that carries a transaction signature, whichever the config names. */
export const transaction: Service<'transaction'> = {
  adapter: transactionAdapter,
  grants: () => grantRules,
  refusals: () =>
    refusalRules(
      'transaction',
      faultClasses.transaction,
      // No token is given here, so none can be given away.
      ['no-token'],
    ),
  valid: () => validRules('transaction'),
};
