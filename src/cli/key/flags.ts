/** The options of `key`. */
export interface KeyFlags {
  out?: string;
  public?: boolean;
  passphraseEnv?: string;
  passphraseFile?: string;
  json?: boolean;
}
