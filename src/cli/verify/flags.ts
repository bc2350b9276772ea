import type { TransactionFlags } from '../shared/transaction-flags.js';

/** What both commands take beside the request. */
interface VerifyFlags {
  timestamp: string;
  signature: string;
  deep?: boolean;
  json?: boolean;
}

/** The options of `verify token`. */
export interface VerifyTokenFlags extends VerifyFlags {
  publicKey: string[];
  clientId: string;
  clientSecretEnv?: string;
  clientSecretFile?: string;
  body?: string;
  profile: string;
}

/** The options of `verify transaction`. */
export interface VerifyTransactionFlags extends VerifyFlags, TransactionFlags {
  publicKey?: string[];
  clientId?: string;
}
