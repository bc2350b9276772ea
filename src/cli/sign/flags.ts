import type { RequestFlags } from '../shared/given/request-flags.js';
import type { TransactionFlags } from '../shared/given/transaction-flags.js';
import type { PassphraseFlags } from '../shared/passphrase.js';
import type { RulesFlags } from '../shared/rules-flags.js';

/** The forms in which a signed request is printed. */
export const signedFormats = ['headers', 'curl', 'http', 'json', 'postman'] as const;

/** One of them. */
export type SignedFormat = (typeof signedFormats)[number];

/** What both commands take beside the request. */
interface SignFlags extends PassphraseFlags {
  timestamp?: string;
  /** Each `Name: value`. */
  header?: string[];
  format: SignedFormat;
}

/** The options of `sign token`. */
export interface SignTokenFlags extends SignFlags, RulesFlags, RequestFlags {
  privateKey?: string;
  clientId?: string;
  baseUrl?: string;
}

/** The options of `sign transaction`. */
export interface SignTransactionFlags extends SignFlags, TransactionFlags {
  privateKey?: string;
}

/** The options of `sign` where the request shows which of the two it is. */
export type SignRequestFlags = SignTokenFlags & SignTransactionFlags;
