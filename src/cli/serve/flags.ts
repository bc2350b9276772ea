import type { Profile } from '../../../schemas/resolved.js';

/** The options of `serve`. */
export interface ServeFlags {
  profile: string;
  role?: Profile['role'];
  port?: number;
  fault?: string[];
  variation?: string[];
  keys?: string;
  host?: string;
  /** `ID=FILE` each. */
  client?: string[];
  /** `PATH=CODE` each. */
  transaction?: string[];
  explain?: boolean;
  explainHeader?: boolean;
  listFaults?: boolean;
}
