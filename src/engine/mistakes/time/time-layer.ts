import { changed, distinct } from '../search/axes.js';
import type { Layer } from '../search/layer.js';
import { digitMistakes, fractions, window } from './digit-mistakes.js';
import { fractionMistakes, separatorMistakes, zoneMistakes } from './form-mistakes.js';
import { readMoment, writeMoment } from './moment.js';
import { notations, textDamages } from './notations.js';

/**
 * The texts that senders sign in the place of the timestamp that they send, even of a malformed one.
 *
 * @param sent X-TIMESTAMP as sent
 * @param deep also every microsecond of the second that was sent
 */
export function timeLayer(sent: string, deep: boolean): Layer<string> {
  const damaged = textDamages.map(([id, damage]) => ({ mistakes: [{ id }], value: damage(sent) }));
  const moment = readMoment(sent);
  if (!moment) return { right: sent, others: distinct(damaged, [sent]) };
  const axes = [digitMistakes, fractionMistakes, separatorMistakes, zoneMistakes];
  const forms = changed(moment, axes, writeMoment);
  const written = notations.flatMap(([id, write]) => {
    const value = write(moment, sent);
    return value === undefined ? [] : [{ mistakes: [{ id }], value }];
  });
  const wide = [...window(moment), ...fractions(moment, deep)].map(({ mistakes, value }) => ({
    mistakes,
    value: writeMoment(value),
  }));
  // The wide ones are too many to be compared with each other.
  return {
    right: sent,
    others: [...distinct([...damaged, ...forms, ...written], [sent]), ...wide],
  };
}
