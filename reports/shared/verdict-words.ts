import type { TargetResult, Verdict } from '../../schemas/generated/result.js';
import { type Language, type Message, say } from '../../src/messages/message.js';
import { render } from '../../src/messages/render.js';
import { withKnownFailures } from './known.js';
import { openVerdict } from './open-verdict.js';

/** How many of all checks a verdict is over; undefined if it is over all of them. */
export function partOf({
  checks,
  basis,
}: Pick<TargetResult, 'checks' | 'basis'>): { chosen: number; all: number } | undefined {
  return basis && checks.length < basis.checks
    ? { chosen: checks.length, all: basis.checks }
    : undefined;
}

/** The same in words: `in the 11 of 383 checks chosen`; empty if it is over all. */
export function partWords(
  target: Pick<TargetResult, 'checks' | 'basis'>,
  lang: Language = 'en',
): string {
  const part = partOf(target);
  return part ? render(say('report/verdict/in-part', part), lang) : '';
}

/**
 * The verdict of a target with what it leaves out: `conformant with 1 known failure in the 11 of 383 checks chosen`,
 * `inconclusive in the 255 of 383 checks chosen, because shard 3 of 3 is missing`. If the file states another verdict than
 * its outcomes come to, that one stands beside it.
 */
export function verdictWords(target: TargetResult, lang: Language = 'en'): string {
  const known = target.checks.filter((check) => check.known).length;
  const part = partWords(target, lang);
  const why = openVerdict(target, lang);
  const { storedVerdict } = target;
  const said = (message: Message) => render(message, lang);
  const verdictOf = (verdict: Verdict) => said(say(`report/verdict/${verdict}`));
  return [
    withKnownFailures(verdictOf(target.verdict), known, lang),
    storedVerdict && said(say('report/verdict/of-file', { stored: verdictOf(storedVerdict) })),
    part && ` ${part}`,
    why && said(say('report/verdict/because', { why })),
  ]
    .filter(Boolean)
    .join('');
}
