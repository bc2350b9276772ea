import { say } from '../../messages/message.js';
import type { Likeness } from '../likeness/likeness.js';
import type { Cause } from './cause.js';

/**
 * The cause that the target follows another profile than the one it is tested by: something shows that profile, it
 * explains more than half of what profiles say differently, and less fails under it alone than shows it. Where one
 * thing alone shows it, it has to explain everything.
 */
export function otherProfile(own: string, likenesses: readonly Likeness[]): Cause[] {
  const fitting = likenesses.filter(fits).sort(byFit);
  const [best] = fitting;
  if (!best) return [];
  const alike = fitting.filter((each) => byFit(best, each) === 0).map(({ profile }) => profile);
  const explained = explainedBy(best);
  const { differences } = best;
  return [
    {
      id: 'other-profile',
      message: say('run/causes-of-findings/other-profile', {
        ...{ own, profiles: alike, explained: explained.length, differences },
      }),
      checks: explained,
    },
  ];
}

function fits(likeness: Likeness): boolean {
  const { broken, differences } = likeness;
  const explained = explainedBy(likeness).length;
  const shown = shownBy(likeness);
  if (shown === 1) return broken.length === 0 && explained === differences;
  return shown > broken.length && 2 * explained > differences;
}

/** What a profile says nothing of decides between those that are shown equally well. */
function byFit(a: Likeness, b: Likeness): number {
  const shown = (each: Likeness) => shownBy(each) - each.broken.length;
  return shown(b) - shown(a) || explainedBy(b).length - explainedBy(a).length;
}

function shownBy({ kept, ownPath }: Likeness): number {
  return kept.length + Number(ownPath);
}

function explainedBy({ kept, notAsked }: Likeness): string[] {
  return [...kept, ...notAsked];
}
