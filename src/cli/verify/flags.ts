import type { RulesFlags } from '../shared/rules-flags.js';
import type { TransactionFlags } from '../shared/transaction-flags.js';

/** The options of `verify token`. */
export interface VerifyTokenFlags extends RulesFlags {
  publicKey: string;
  clientId: string;
  timestamp: string;
  signature: string;
  json?: boolean;
}

/** The options of `verify transaction`. */
export interface VerifyTransactionFlags extends TransactionFlags {
  publicKey?: string;
  timestamp: string;
  signature: string;
  json?: boolean;
}
