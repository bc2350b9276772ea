import type { InputProblem } from '../../input/input-problem.js';
import { nearestName } from '../../input/nearest-name.js';
import { placeAt, unreadable } from '../given-problem.js';
import type { Word } from './command-line.js';
import { flags, longNames, valued } from './options.js';

/** An argument of curl: an option by its long name, or a URL (`url`). */
export interface Argument {
  name: string;
  /** Empty for an option that takes none. */
  value: string;
  at: number;
  /** What only the shell knows of the value. */
  open?: string;
}

/**
 * The arguments of curl, as its own parser takes them apart: `-sSXPOST` is three options.
 *
 * @throws InputProblem for an option that curl doesn't have, or that lacks its value.
 */
export function argumentsOf(words: readonly Word[], text: string, file: string): Argument[] {
  const found: Argument[] = [];
  const queue = [...words];
  let literal = false;
  const place = (at: number) => ({ file: placeAt(file, text, at) });
  const valueFor = (shown: string, at: number): Pick<Argument, 'value' | 'open'> => {
    const word = queue.shift();
    if (!word)
      throw unreadable(`the option ${shown} of curl lacks its value`, {
        ...place(at),
        remedy: 'Paste the whole command, up to its last line.',
      });
    return { value: word.text, ...(word.open !== undefined && { open: word.open }) };
  };
  for (let word = queue.shift(); word; word = queue.shift()) {
    const { text: written, at, open } = word;
    const opened = open === undefined ? {} : { open };
    if (literal || !/^-./.test(written)) {
      found.push({ name: 'url', value: written, at, ...opened });
    } else if (written === '--') {
      literal = true;
    } else if (written.startsWith('--')) {
      const name = written.slice(2);
      if (valued.has(name)) found.push({ name, at, ...valueFor(written, at) });
      else if (flags.has(name.replace(/^no-/, ''))) found.push({ name, value: '', at });
      else throw unknown(name, place(at));
    } else {
      for (let index = 1; index < written.length; index += 1) {
        const letter = written.charAt(index);
        const name = longNames.get(letter);
        if (name === undefined) throw unknown(letter, place(at));
        if (!valued.has(name)) {
          found.push({ name, value: '', at });
          continue;
        }
        const value = written.slice(index + 1);
        found.push({
          name,
          at,
          ...(value === '' ? valueFor(`-${letter}`, at) : { value, ...opened }),
        });
        break;
      }
    }
  }
  return found;
}

/** Names the option only if it is like one of curl's: it may be a value that lost its option. */
function unknown(name: string, place: { file: string }): InputProblem {
  const [, plain = '', glued] = /^([\w.-]*)([^]*)$/.exec(name) ?? [];
  if (valued.has(plain) && glued?.startsWith('='))
    return unreadable(`curl takes the value of --${plain} after a space, not after =`, {
      ...place,
      remedy: `Write --${plain}, a space, and the value.`,
    });
  const near = plain.length > 1 ? nearestName(plain, [...valued, ...flags]) : undefined;
  return unreadable(
    near === undefined ? 'curl has no such option' : `curl has no option --${plain}`,
    {
      ...place,
      remedy:
        near === undefined
          ? 'Check its spelling and the quotes before it; `curl --help all` lists the options.'
          : `Did you mean --${near}?`,
    },
  );
}
