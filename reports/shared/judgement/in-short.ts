import { shorten } from '../shorten.js';

/** How long a message may be within another sentence, in characters. */
const longest = 180;

/**
 * A message for the middle of a sentence: without what stands in parentheses (the code of an answer, how many messages
 * showed it), and without its full stop. A text whose parentheses don't match, as one of a server's may, is only
 * shortened.
 */
export function inShort(message: string): string {
  const plain = withoutParentheses(message) || message.trim();
  return shorten(plain.replace(/\.$/, ''), longest);
}

function withoutParentheses(text: string): string {
  let depth = 0;
  let kept = '';
  for (const character of text) {
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (depth === 0) kept += character;
    if (depth < 0) return text.trim();
  }
  if (depth > 0) return text.trim();
  return kept
    .replace(/ +(?=[,;:.]|$)/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}
