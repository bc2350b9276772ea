import type { Profile } from '../../../schemas/resolved.js';

/** The options of `serve`. */
export interface ServeFlags {
  profile: string;
  role?: Profile['role'];
  port?: number;
  fault?: string[];
  variation?: string[];
  keys?: string;
  explain?: boolean;
  explainHeader?: boolean;
  listFaults?: boolean;
}
