import type { Result, TargetResult } from '../../../schemas/generated/result.js';
import type { Value, Word } from '../../html/words.js';
import { refusedControls } from '../further-controls.js';
import { openVerdict } from '../open-verdict.js';
import { weightOf } from '../weight.js';
import { inShort } from './in-short.js';
import { type Tally, tallyOf } from './tally.js';
import { weightiestOf } from './to-mend.js';

/** A piece of a sentence: our own words with their values, what a check said, or what stands between them. */
export type Phrase = { word: Word; values: Value[] } | { said: string } | string;

/**
 * What a target's verdict comes to, in a sentence that can be repeated to others: how many of the tested rules are broken
 * and the weightiest, or why there is no verdict, and what was not tested. It goes on from the name and the verdict.
 */
export function judgementOf(target: TargetResult): Phrase[] {
  const tally = tallyOf(target);
  switch (target.verdict) {
    case 'non-conformant':
      return joined(broken(target, tally), ended(tally));
    case 'conformant':
      return joined([noneBroken(tally)], notFollowed(tally), notTested(tally));
    case 'inconclusive': {
      const why = open(target, tally);
      const judged = why.length === 0 || tally.judged > 0 ? [noneBroken(tally)] : [];
      return joined(...why, judged, notFollowed(tally));
    }
  }
}

/** The weightiest of what is wrong with several targets, and where; empty if nothing makes one non-conformant. */
export function weightiestAmong({ targets }: Pick<Result, 'targets'>): Phrase[] {
  const found = targets.flatMap((target) => {
    const weightiest = weightiestOf(target);
    if (!weightiest) return [];
    const weight = Math.min(...weightiest.checks.map(({ id }) => weightOf(id)));
    return [{ target, weight, message: weightiest.message }];
  });
  const [first] = found.toSorted((one, other) => one.weight - other.weight);
  if (!first) return [];
  return ['; ', said('weightiestAt', first.target.name), ': ', { said: inShort(first.message) }];
}

function broken(target: TargetResult, tally: Tally): Phrase[] {
  const { judged, known } = tally;
  const count = tally.broken.length;
  const weightiest = weightiestOf(target);
  return [
    known > 0 ? said('brokenBesidesKnown', count, judged, known) : said('brokenOf', count, judged),
    ...(weightiest
      ? [
          ...(count > weightiest.checks.length ? ['; ', said('weightiest')] : []),
          ': ',
          { said: inShort(weightiest.message) },
        ]
      : []),
  ];
}

/** Why a target that broke nothing isn't conformant; what {@link openVerdict} tells stands with the verdict already. */
function open(target: TargetResult, { unclear, notReached }: Tally): Phrase[][] {
  const [refused] = refusedControls(target);
  if (refused) {
    const [service, { outcome, unreadable }] = refused;
    if (service !== undefined) return [[said('controlOfService', service)]];
    if (unreadable) return [[said('controlUnreadable')]];
    if (outcome === 'not-sent') return [[said('controlNotSent')]];
    return [[said(outcome === 'no-answer' ? 'controlUnanswered' : 'controlRefused')]];
  }
  if (openVerdict(target) !== undefined) return [];
  return [
    ...(notReached > 0 ? [[said('notReached', notReached)]] : []),
    ...(unclear > 0 ? [[said('unclear', unclear)]] : []),
  ];
}

function noneBroken({ judged, known, notFollowed }: Tally): Phrase {
  if (judged === 0) return said('nothingJudged');
  if (known > 0) return said('noneBrokenBesidesKnown', judged, known);
  return said(notFollowed > 0 ? 'noBindingBroken' : 'noneBroken', judged);
}

function notFollowed({ notFollowed }: Tally): Phrase[] {
  return notFollowed > 0 ? [said('notFollowed', notFollowed)] : [];
}

function notTested({ untested }: Tally): Phrase[] {
  return untested > 0 ? [said('wereNotTested', untested)] : [];
}

function ended({ notReached }: Tally): Phrase[] {
  return notReached > 0 ? [said('notReached', notReached)] : [];
}

function joined(...parts: readonly Phrase[][]): Phrase[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, at) => (at === 0 ? part : ['; ', ...part]));
}

function said(word: Word, ...values: Value[]): Phrase {
  return { word, values };
}
