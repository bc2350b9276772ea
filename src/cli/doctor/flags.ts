import type { Profile } from '../../../schemas/resolved.js';

/** The options of `doctor`. */
export interface DoctorFlags {
  profile?: string;
  role?: Profile['role'];
  profiles?: boolean;
  config?: string;
  target?: string[];
  publicKey?: string;
  deep?: boolean;
  json?: boolean;
}
