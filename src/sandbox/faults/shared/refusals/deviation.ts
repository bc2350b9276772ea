import type { SandboxAnswer } from '../../../answers/sandbox-answer.js';
import type { AnyPolicy } from '../../../policies/policy.js';

/** A deviation in how requests are refused, which every service can have. */
export interface RefusalDeviation {
  name: string;
  title: string;
  /** The requirement that it breaks, by its name within the area `errors`. */
  trips: string;
  apply<P extends AnyPolicy>(policy: P): P;
}

/** The responseCode of an answer, as text. */
export function codeOf({ body }: SandboxAnswer): string {
  return String(body['responseCode']);
}
