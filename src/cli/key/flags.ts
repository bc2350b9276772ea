import type { PassphraseFlags } from '../shared/passphrase.js';

/** The options of `key`. */
export interface KeyFlags extends PassphraseFlags {
  out?: string;
  public?: boolean;
  json?: boolean;
}
