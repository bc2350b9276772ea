import type { CheckResult } from '../../schemas/generated/result.js';
import { type Language, say } from '../../src/messages/message.js';
import { render } from '../../src/messages/render.js';

/** A verdict with the failures that a baseline excuses: `conformant with 2 known failures`. */
export function withKnownFailures(verdict: string, known: number, lang: Language = 'en'): string {
  return known === 0 ? verdict : render(say('report/verdict/with-known', { verdict, known }), lang);
}

/** A failure that the baseline lists, in words: `known failure until 2026-12-31: ticket 12 (payments)`. */
export function knownFailure(
  { outcome, known }: CheckResult,
  lang: Language = 'en',
): string | undefined {
  if (outcome !== 'failed' || known === undefined) return undefined;
  const { reason, expires: until, owner } = known;
  return render(say('report/verdict/known-failure', { reason, until, owner }), lang);
}
