import { type Message, say } from '../../messages/message.js';

/** White space at an edge is never meant; within a value a blank or a tab may be. */
const edge = /[\s\p{Cc}\p{Cf}]/u;
const within = /[^\P{Cc}\t]|\p{Cf}|[^\P{Z} ]/u;
const quotes = ['""', "''", '``', '“”', '‘’'];

/**
 * Says which character of a value was hardly meant: white space or a control character at its edges, one that can't
 * be seen within it, quotation marks around it.
 *
 * @param quoted Whether quotation marks around it are told too.
 * @returns in words that complete the name of the value, without the rest of it: `ends with a newline (U+000A)`
 */
export function strayCharacter(value: string, quoted: boolean): Message | undefined {
  const characters = [...value];
  const [first = '', last = ''] = [characters[0], characters.at(-1)];
  if (edge.test(first)) return say('run/stray/first', { character: first });
  if (edge.test(last)) return say('run/stray/last', { character: last });
  const [inner] = within.exec(value) ?? [];
  if (inner !== undefined) return say('run/stray/within', { character: inner });
  if (quoted && characters.length > 1 && quotes.includes(first + last))
    return say('run/stray/quoted', { character: first });
  return undefined;
}
