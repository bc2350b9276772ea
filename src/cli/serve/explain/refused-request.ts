import type { SandboxRules } from '../../../api/configured-sandbox.js';
import type { DecidingService, Refused } from '../../../sandbox/answers/decision.js';
import { headerOf, type Received } from '../../../sandbox/answers/received.js';

/** A request that a sandbox refused, and what it was judged by. */
export interface RefusedRequest {
  service: Exclude<DecidingService, 'auth-codes'>;
  received: Received;
  refused: Refused;
  rules: SandboxRules;
}

/** Why a request was refused, and what its sender does about it. */
export interface Explanation {
  why: string;
  remedy: string;
}

/** Finds the reason in the request itself; undefined if a conforming sandbox has none to refuse it. */
export type Explain = (request: RefusedRequest) => Explanation | undefined;

/** The header that the refusal names, as sent; empty if it is absent. */
export function sentHeader({ received }: RefusedRequest, name: string): string {
  return headerOf(received, name) ?? '';
}

/** The members of the body; undefined if it holds none. */
export function bodyOf({ received, service, rules }: RefusedRequest) {
  const text = received.body.toString('utf8');
  if (service === 'token-b2b' && rules.profile.services['token-b2b'].body === 'form')
    return Object.fromEntries(new URLSearchParams(text)) as Record<string, unknown>;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** A value of a request as it may be told: in quotation marks, cut if it is long. */
export function quoted(value: string): string {
  return value.length > 60 ? `"${value.slice(0, 57)}…"` : `"${value}"`;
}
