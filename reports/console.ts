import picocolors from 'picocolors';
import type { Result } from '../schemas/generated/result.js';
import { targetLines } from './console/target.js';
import { leftOutWords } from './shared/left-out.js';
import { lookUp } from './shared/lookup.js';
import { recoveredWords } from './shared/recovered-words.js';
import { visible } from './shared/visible.js';

/**
 * The text that a person reads in the terminal at the end of a run: for each target its verdict, then what is wrong,
 * then the warnings and what can't be told. Ends with a line feed.
 *
 * @param options.color whether to colour it
 * @param options.width characters in a line, 100 unless given
 */
export function renderSummary(result: Result, options: { color: boolean; width?: number }): string {
  const pen = { colors: picocolors.createColors(options.color), width: options.width ?? 100 };
  const lookup = lookUp(result);
  const lines = result.targets.flatMap((target) => [...targetLines(lookup, target, pen), '']);
  const interrupted = result.run.interrupted
    ? [pen.colors.yellow('! interrupted: this is part of the run'), '']
    : [];
  const words = recoveredWords(result.run);
  const recovered = words ? [pen.colors.yellow(`! ${words}`), ''] : [];
  const leftOut = leftOutWords(result);
  return [
    ...interrupted,
    ...recovered,
    ...lines,
    ...(leftOut ? [`${visible(leftOut)}\n`] : []),
  ].join('\n');
}
