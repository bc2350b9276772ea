import type { Services } from '../../../../schemas/generated/profile.js';
import { type Message, say } from '../../../messages/message.js';
import { isRuleOfServers, unlikelihood } from '../../mistakes/likelihood.js';
import { type Mistake, sentenceOf } from '../../mistakes/mistake.js';
import type { Draft, Mutation } from '../draft.js';

/** One way to make X-SIGNATURE by known mistakes. */
export interface Way<D extends Draft> {
  mistakes: readonly Mistake[];
  /** What it makes of a draft, for comparison: two ways with the same mark make the same signature. */
  mark(draft: D): string | undefined;
  apply(draft: D): D;
  /** What says so in a config, if a profile can. */
  overrides?: Services | undefined;
}

/** A request signed by a rule that a target may follow in the place of the documented one. */
export interface Candidate<D extends Draft> extends Mutation<D>, Omit<Way<D>, 'apply'> {
  /** `signed over timestamp|clientId` */
  name: Message;
  /** Other mistakes that make the same signature of this request. */
  alternatives: readonly Mistake[];
}

/** The mark of what is documented. */
export const documented = 'documented';

/** What was done, in words that complete "signed". */
export function wordsOf(mistakes: readonly Mistake[]): Message {
  const [first, ...rest] = mistakes.map(sentenceOf);
  return rest.reduce(
    (said, next) => say('signing/rules/and', { one: said, other: next }),
    first as Message,
  );
}

/**
 * The candidates among the ways to sign a draft, the likeliest first. Of several that make the same signature the
 * likeliest stands for all.
 */
export function candidatesOf<D extends Draft>(ways: readonly Way<D>[], draft: D): Candidate<D>[] {
  const variants = new Map<string, number>();
  const weighed = ways
    .filter(({ mistakes }) => isRuleOfServers(mistakes))
    .map((way) => {
      const name = way.mistakes.map(({ id }) => id).join();
      const variant = variants.get(name) ?? 0;
      variants.set(name, variant + 1);
      return { way, weight: unlikelihood(way.mistakes, variant) };
    })
    .sort((a, b) => a.weight - b.weight);
  const found = new Map<string, Candidate<D> & { alternatives: Mistake[] }>();
  for (const { way } of weighed) {
    const mark = way.mark(draft);
    if (mark === undefined || mark === documented) continue;
    const known = found.get(mark);
    if (!known) {
      const name = say('signing/rules/signed', { rule: wordsOf(way.mistakes) });
      found.set(mark, { ...way, name, field: 'header X-SIGNATURE', alternatives: [] });
      continue;
    }
    known.overrides ??= way.overrides;
    for (const mistake of way.mistakes)
      if (![...known.mistakes, ...known.alternatives].some(({ id }) => id === mistake.id))
        known.alternatives.push(mistake);
  }
  return [...found.values()];
}
