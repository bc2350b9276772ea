import type { DocumentedClass } from '../../protocol/fault-classes.js';

/** Why a request is refused. */
export interface Refusal {
  /**
   * The documented fault class, or one that no document speaks of: a wrong Content-Type, an unknown
   * path, too many requests, a failure of the sandbox itself.
   */
  faultClass: DocumentedClass | 'content-type' | 'path' | 'throttled' | 'internal';
  /** The header or member at fault, for `{field}` in a message. */
  field?: string;
}
