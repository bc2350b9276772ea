import type { TransactionFlags } from '../shared/transaction-flags.js';

/** The options of `verify token`. */
export interface VerifyTokenFlags {
  publicKey: string;
  clientId: string;
  timestamp: string;
  signature: string;
  profile: string;
  json?: boolean;
}

/** The options of `verify transaction`. */
export interface VerifyTransactionFlags extends TransactionFlags {
  publicKey?: string;
  timestamp: string;
  signature: string;
  json?: boolean;
}
