import type { RulesFlags } from '../shared/rules-flags.js';
import type { TransactionFlags } from '../shared/transaction-flags.js';

/** The forms in which a signed request is printed. */
export type SignedFormat = 'headers' | 'curl' | 'json';

/** The options of `sign token`. */
export interface SignTokenFlags extends RulesFlags {
  privateKey: string;
  clientId: string;
  timestamp?: string;
  baseUrl?: string;
  format: SignedFormat;
}

/** The options of `sign transaction`. */
export interface SignTransactionFlags extends TransactionFlags {
  privateKey?: string;
  timestamp?: string;
  format: SignedFormat;
}
