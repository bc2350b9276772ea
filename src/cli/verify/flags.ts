import type { Language } from '../../messages/message.js';
import type { RequestFlags } from '../shared/given/request-flags.js';
import type { TransactionFlags } from '../shared/given/transaction-flags.js';
import type { RulesFlags } from '../shared/rules-flags.js';

/** What both commands take beside the request. */
interface VerifyFlags {
  timestamp?: string;
  signature?: string;
  deep?: boolean;
  json?: boolean;
  lang?: Language;
}

/** The options of `verify token`. */
export interface VerifyTokenFlags extends VerifyFlags, RulesFlags, RequestFlags {
  publicKey?: string[];
  clientId?: string;
  clientSecretEnv?: string;
  clientSecretFile?: string;
  body?: string;
}

/** The options of `verify transaction`. */
export interface VerifyTransactionFlags extends VerifyFlags, TransactionFlags {
  publicKey?: string[];
  clientId?: string;
}
