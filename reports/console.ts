import picocolors from 'picocolors';
import type { Result } from '../schemas/generated/result.js';
import { type Language, say } from '../src/messages/message.js';
import { render } from '../src/messages/render.js';
import { targetLines } from './console/target.js';
import { inLanguage } from './shared/in-language.js';
import { leftOutWords } from './shared/left-out.js';
import { lookUp } from './shared/lookup.js';
import { recoveredWords } from './shared/recovered-words.js';
import { visible } from './shared/visible.js';

/**
 * The text that a person reads in the terminal at the end of a run: for each target its verdict, then what is wrong,
 * then the warnings and what can't be told. Ends with a line feed.
 *
 * @param options.color whether to colour it
 * @param options.lang its language, English unless given
 * @param options.width characters in a line, 100 unless given
 */
export function renderSummary(
  given: Result,
  options: { color: boolean; width?: number; lang?: Language },
): string {
  const pen = { colors: picocolors.createColors(options.color), width: options.width ?? 100 };
  const { lang = 'en' } = options;
  const result = inLanguage(given, lang);
  const lookup = lookUp(result, lang);
  const lines = result.targets.flatMap((target) => [...targetLines(lookup, target, pen), '']);
  const interrupted = result.run.interrupted
    ? [pen.colors.yellow(`! ${render(say('report/console/interrupted'), lang)}`), '']
    : [];
  const words = recoveredWords(result.run, lang);
  const recovered = words ? [pen.colors.yellow(`! ${words}`), ''] : [];
  const leftOut = leftOutWords(result, lang);
  return [
    ...interrupted,
    ...recovered,
    ...lines,
    ...(leftOut ? [`${visible(leftOut)}\n`] : []),
  ].join('\n');
}
