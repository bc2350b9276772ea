import { type Message, say } from '../../src/messages/message.js';
import { readJwt } from '../shared/jwt.js';

/** What a sample of tokens leaves to guess. */
export interface TokenEntropy {
  /** At most so many bits; Infinity if a signature of the target's stands in the way. */
  bits: number;
  /** What the bound stands on; never a token's own text. */
  found: Message;
}

const digits = '0123456789';
const letters = 'abcdefghijklmnopqrstuvwxyz';
const alphanumeric = digits + letters + letters.toUpperCase();
/** Characters that developers draw tokens from, smallest first. */
const alphabets: readonly string[] = [
  digits,
  `${digits}abcdef`,
  `${digits}ABCDEF`,
  digits + letters,
  digits + letters.toUpperCase(),
  alphanumeric,
  `${alphanumeric}-_`,
  `${alphanumeric}+/`,
];
/** Every printable character of ASCII. */
const largestAlphabet = 95;
/** A good generator shows so few different characters at a place with a smaller chance than this. */
const unlikely = 1e-6;
/** The shortest signature that can't be guessed itself: HS256's (RFC 7518 section 3.2). */
const signatureBytes = 32;

/**
 * An upper bound of what somebody who has seen the tokens before has left to guess of the next one. It is a
 * bound because it takes off only what a sample can show: places that never change, that change too seldom
 * or together with another one, and a beginning that only grows, like a clock's or a counter's. What a hash
 * function hides stays hidden.
 *
 * @param tokens Different ones, in the order in which they were given; at least 8, better 16.
 */
export function tokenEntropy(tokens: readonly string[]): TokenEntropy {
  const jwts = tokens.map(readJwt);
  const signatures = new Set(
    jwts.map((jwt) => jwt?.signature).filter((text = '') => isLongEnough(text)),
  );
  if (jwts.every((jwt) => jwt !== undefined) && signatures.size === tokens.length)
    return { bits: Number.POSITIVE_INFINITY, found: say('token-b2b/security/tokens-signed') };
  return viewsOf(tokens)
    .map(boundOf)
    .reduce((least, view) => (view.bits < least.bits ? view : least));
}

function isLongEnough(signature: string): boolean {
  return Buffer.from(signature, 'base64url').length >= signatureBytes;
}

/**
 * The same tokens in several notations, none of which loses anything: no view can leave more to guess than
 * another. Tokens of different lengths are aligned at their beginning and at their end.
 */
function viewsOf(tokens: readonly string[]): string[][] {
  const texts = [[...tokens]];
  const plain = tokens.map((token) =>
    token
      .split('.')
      .map((part) => Buffer.from(part, 'base64').toString('latin1'))
      .join('.'),
  );
  if (!plain.some((text) => /[^ -~]/.test(text))) texts.push(plain);
  return texts.flatMap((view) => {
    const lengths = view.map(({ length }) => length);
    const longest = Math.max(...lengths);
    if (Math.min(...lengths) === longest) return [view];
    return [view.map((text) => text.padEnd(longest)), view.map((text) => text.padStart(longest))];
  });
}

function boundOf(texts: readonly string[]): TokenEntropy {
  const length = texts[0]?.length ?? 0;
  const changing = Array.from({ length }, (_, at) => columnAt(texts, at)).filter(
    (column) => new Set(column).size > 1,
  );
  const alphabet = alphabetOf(changing.flat().join(''));
  const grown = growingBeginning(changing);
  const seen = new Set<string>();
  let bits = grown?.bits ?? 0;
  for (const column of changing.slice(grown?.places ?? 0)) {
    const key = patternOf(column);
    if (!seen.has(key)) bits += bitsOf(column, alphabet);
    seen.add(key);
  }
  const found = say('token-b2b/security/characters-change', {
    changing: changing.length,
    length,
    growing: grown?.places,
  });
  return { bits, found };
}

function columnAt(texts: readonly string[], at: number): string[] {
  return texts.map((text) => text[at] ?? '');
}

function alphabetOf(text: string): number {
  // The padding of shorter tokens is no character of theirs.
  const used = text.replaceAll(' ', '');
  const alphabet = alphabets.find((one) => [...used].every((character) => one.includes(character)));
  return alphabet?.length ?? largestAlphabet;
}

/** The same text for two places that change alike: one can be told from the other. */
function patternOf(column: readonly string[]): string {
  const distinct = [...new Set(column)];
  // If nearly all differ, places look alike by chance; then only equal texts count.
  if (distinct.length > column.length / 2) return column.join('');
  return column.map((character) => distinct.indexOf(character)).join(',');
}

/** Bits of each place that was calculated; a sample of tokens has many places that are alike. */
const calculated = new Map<string, number>();

/** Bits of one place: those of the largest alphabet that so few different characters could come from. */
function bitsOf(column: readonly string[], alphabet: number): number {
  const distinct = new Set(column).size;
  const key = [distinct, column.length, alphabet].join();
  const bits = calculated.get(key) ?? Math.log2(largestSize(distinct, column.length, alphabet));
  calculated.set(key, bits);
  return bits;
}

function largestSize(distinct: number, draws: number, alphabet: number): number {
  let size = Math.max(alphabet, distinct);
  while (size > distinct && chanceOfAtMost(distinct, draws, size) < unlikely) size -= 1;
  return size;
}

/** The chance that so many draws from an alphabet show at most so many different characters. */
function chanceOfAtMost(distinct: number, draws: number, alphabet: number): number {
  let chances = [1];
  for (let draw = 0; draw < draws; draw += 1) {
    const next = new Array<number>(chances.length + 1).fill(0);
    chances.forEach((chance, known) => {
      next[known] = (next[known] ?? 0) + (chance * known) / alphabet;
      next[known + 1] = (next[known + 1] ?? 0) + (chance * (alphabet - known)) / alphabet;
    });
    chances = next;
  }
  return chances.slice(0, distinct + 1).reduce((sum, chance) => sum + chance, 0);
}

/**
 * The longest beginning, of the places that change, that reads as a number and never falls: 16 random
 * digits in a row would rise like that once in 10^10 samples. Only the step is left to guess.
 */
function growingBeginning(
  columns: readonly (readonly string[])[],
): { places: number; bits: number } | undefined {
  for (let places = columns.length; places > 0; places -= 1) {
    const texts = (columns[0] ?? []).map((_, token) =>
      columns
        .slice(0, places)
        .map((column) => column[token])
        .join('')
        .trimStart(),
    );
    const steps = stepsOf(texts);
    if (steps?.every((step) => step >= 0n)) {
      const largest = steps.reduce((most, step) => (step > most ? step : most), 0n);
      return { places, bits: Math.log2(Number(largest) + 1) };
    }
  }
  return undefined;
}

function stepsOf(texts: readonly string[]): bigint[] | undefined {
  const decimal = texts.every((text) => /^[0-9]+$/.test(text));
  if (!decimal && !texts.every((text) => /^[0-9a-f]+$/i.test(text))) return undefined;
  const numbers = texts.map((text) => BigInt(decimal ? text : `0x${text}`));
  return numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0n));
}
