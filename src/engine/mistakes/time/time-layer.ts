import { changed, distinct } from '../search/axes.js';
import type { Layer } from '../search/layer.js';
import { digitMistakes, fractions, window } from './digit-mistakes.js';
import { fractionMistakes, separatorMistakes, zoneMistakes } from './form-mistakes.js';
import { readMoment, writeMoment } from './moment.js';
import { notations, textDamages } from './notations.js';

/**
 * How far a search goes: `alone` for one mistake at a time, which the text itself shows; `usual` for two together, and
 * the times around the sent one; `deep` for every microsecond of its second too.
 */
export type Reach = 'alone' | 'usual' | 'deep';

/**
 * The texts that senders sign in the place of the timestamp that they send, even of a malformed one.
 *
 * @param sent X-TIMESTAMP as sent
 */
export function timeLayer(sent: string, reach: Reach): Layer<string> {
  const damaged = textDamages.map(([id, damage]) => ({ mistakes: [{ id }], value: damage(sent) }));
  const moment = readMoment(sent);
  if (!moment) return { right: sent, others: distinct(damaged, [sent]) };
  const axes = [digitMistakes, fractionMistakes, separatorMistakes, zoneMistakes];
  const forms = changed(moment, axes, writeMoment, reach === 'alone' ? 1 : 2);
  const written = notations.flatMap(([id, write]) => {
    const value = write(moment, sent);
    return value === undefined ? [] : [{ mistakes: [{ id }], value }];
  });
  const around =
    reach === 'alone' ? [] : [...window(moment), ...fractions(moment, reach === 'deep')];
  const wide = around.map(({ mistakes, value }) => ({
    mistakes,
    value: writeMoment(value),
  }));
  // The wide ones are too many to be compared with each other.
  return {
    right: sent,
    others: [...distinct([...damaged, ...forms, ...written], [sent]), ...wide],
  };
}
