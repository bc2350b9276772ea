import { givesToken } from '../../src/engine/answer.js';
import type { CheckContext } from '../../src/engine/checks/check.js';
import type { Mutation } from '../../src/engine/draft.js';
import type { Forecast } from '../../src/engine/forecast.js';
import { formatTimestamp } from '../../src/protocol/timestamp.js';
import { rewritten } from '../shared/token-mutations.js';

/** A day in seconds: what lies further off is refused, or the check before has failed. */
const day = 86_400;
/** Halvings from a day down to a second. */
const halvings = Math.ceil(Math.log2(day));

/** Finds by halving how far from the present the target takes timestamps, and notes it in the dialect. */
export const windowMeasure = (direction: -1 | 1) => ({
  run: async (t: CheckContext): Promise<void> => {
    if (!affordable(t)) return;
    let accepted = 0;
    let refused = day;
    for (let step = 0; step < halvings; step += 1) {
      const seconds = Math.floor((accepted + refused) / 2);
      const observed = await t.session.probe(at(direction * seconds), { faultClass: 'other' });
      if (!observed.answer) return;
      if (givesToken(observed.answer)) accepted = seconds;
      else refused = seconds;
    }
    const side = direction < 0 ? 'past' : 'future';
    t.session.dialect.note(`timestamp window, ${side}`, `${accepted} s`);
  },
  forecast: (t: CheckContext, forecast: Forecast): void => {
    if (affordable(t)) forecast.refused(halvings, 'other');
  },
});

/** The timestamp so many seconds from now, in the control's form. */
export function at(seconds: number): Mutation {
  return rewritten(
    `X-TIMESTAMP lies ${Math.abs(seconds)} s in the ${seconds < 0 ? 'past' : 'future'}`,
    (instant, form) => formatTimestamp(instant + seconds * 1000, form),
  );
}

/** A measurement is for the dialect alone: where requests are dear it is left out. */
function affordable({ effort }: CheckContext): boolean {
  return effort.examples >= halvings;
}
