import type { CheckContext } from '../../src/engine/checks/check.js';
import type { Forecast } from '../../src/engine/checks/forecast.js';
import type { Effort } from '../../src/engine/plan/effort.js';
import type { Draft, Mutation, TokenDraft } from '../../src/engine/request/draft.js';
import type { ServiceId } from '../../src/engine/session/service.js';
import { say } from '../../src/messages/message.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import { rewritten } from './mutations.js';

/** A day in seconds: what lies further off is refused, or the check has failed already. */
const farthest = 86_400;
/** Halvings from a day down to a second. */
const halvings = Math.ceil(Math.log2(farthest));

/**
 * Distances in seconds at which a server may take timestamps again that it refuses nearer to the present: just beyond a
 * whole hour for whoever looks at minutes alone, Jakarta's offset for whoever forgets it, half a day on a clock of 12
 * hours.
 */
const elsewhere = [1, 7, 12].map((hours) => hours * 3600 + 31);

/** Finds by halving how far from the present the target takes timestamps, and notes it in the dialect. */
export const windowMeasure = <S extends ServiceId>(direction: -1 | 1) => ({
  run: async (t: CheckContext<S>): Promise<void> => {
    if (!affordable(t)) return;
    let accepted = 0;
    let refused = farthest;
    for (let step = 0; step < halvings; step += 1) {
      const seconds = Math.floor((accepted + refused) / 2);
      const observed = await t.session.probe(at(direction * seconds), { faultClass: 'other' });
      if (!observed.answer) return;
      if (t.session.grants(observed)) accepted = seconds;
      else refused = seconds;
    }
    // Halving takes for granted that what is farther off is refused too.
    const again: number[] = [];
    for (const seconds of elsewhere) {
      const observed = await t.session.probe(at(direction * seconds), { faultClass: 'other' });
      if (seconds > accepted && t.session.grants(observed)) again.push(seconds);
    }
    const side = direction < 0 ? 'past' : 'future';
    const found = [`${accepted} s`, ...again.map((seconds) => `again at ${seconds} s`)];
    t.session.note(`timestamp window, ${side}`, found.join(', '));
  },
  forecast: (t: CheckContext<S>, forecast: Forecast): void => {
    if (affordable(t)) forecast.refused(halvings + elsewhere.length, 'other');
  },
});

/** The timestamp so many seconds from now, in the control's form. */
export function at<D extends Draft = TokenDraft>(seconds: number): Mutation<D> {
  return rewritten(say('shared/timestamp/lies-off', { seconds }), (instant, form) =>
    formatTimestamp(instant + seconds * 1000, form),
  );
}

/** A measurement is for the dialect alone: it is left out when requests are expensive. */
function affordable({ effort }: { effort: Effort }): boolean {
  return effort.examples >= halvings;
}
