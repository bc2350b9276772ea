import type { SandboxAnswer } from '../../answers/sandbox-answer.js';
import type { AnyPolicy } from '../../policies/policy.js';

/** A deviation in how requests are refused that the servers of every service are seen to have. */
export interface RefusalDeviation {
  name: string;
  title: string;
  /** Name of the requirement in the area `errors` that it breaks. */
  trips: string;
  apply<P extends AnyPolicy>(policy: P): P;
}

/** The responseCode of an answer, as text. */
export function codeOf({ body }: SandboxAnswer): string {
  return String(body['responseCode']);
}
