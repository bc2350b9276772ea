/** The formats that a config is written in. */
export type ConfigFormat = 'yaml' | 'json' | 'ts';

/** The CI systems that `init` writes a job for. */
export type CiKind = 'github' | 'gitlab' | 'none';

/** The options of `init`. */
export interface InitFlags {
  profile?: string;
  baseUrl?: string;
  clientId?: string;
  privateKey?: string;
  name?: string;
  format?: ConfigFormat;
  ci?: CiKind;
  generateKeys?: boolean;
  yes?: boolean;
  force?: boolean;
  /** True when no file is named. */
  profileTemplate?: string | true;
}
