import type { CommandLine } from './command-line.js';
import { WordBuilder } from './word-builder.js';

/**
 * Reads the words of one command as cmd.exe and then the C library of Windows do: first carets are taken off, except in
 * double quotes, then `\"` and `""` within quotes stand for a quote. Browsers write `^"` and `^\^"`, and double each
 * backslash; curl would get both where no quote follows, but the browser sent one.
 */
export function lexCmd(text: string, from: number, file: string): CommandLine {
  const { line, ended, end } = withoutCarets(text, from);
  const browser = /\s\^"/.test(text);
  const word = new WordBuilder(text, file);
  let quoted: number | undefined;
  for (let index = 0; index < line.length; index += 1) {
    const { character, at } = line[index] ?? { character: '', at: 0 };
    const next = line[index + 1]?.character;
    const [, slashes = '', quote = ''] = /^(\\+)("?)/.exec(backslashesAt(line, index)) ?? [];
    if (quote !== '' || (slashes.length > 1 && browser)) {
      const kept = quote === '' ? Math.ceil(slashes.length / 2) : slashes.length >> 1;
      word.add('\\'.repeat(kept), at);
      index += slashes.length - 1;
      if (quote !== '' && slashes.length % 2 === 1) {
        word.add('"', at);
        index += 1;
      }
    } else if (character === '"') {
      word.addQuoted('', at);
      if (quoted !== undefined && next === '"') {
        word.add('"', at);
        index += 1;
      } else quoted = quoted === undefined ? at : undefined;
    } else if (quoted === undefined && /[ \t\r\n]/.test(character)) word.end();
    else word.add(character, at);
  }
  if (quoted !== undefined) word.unclosed('a double quote', quoted);
  word.end();
  return { words: word.words, ended, end };
}

interface Character {
  character: string;
  at: number;
}

function backslashesAt(line: readonly Character[], from: number): string {
  if (line[from]?.character !== '\\') return '';
  let index = from;
  let text = '';
  while (line[index]?.character === '\\') {
    text += '\\';
    index += 1;
  }
  return text + (line[index]?.character ?? '');
}

/** What cmd.exe makes of a line: a caret before a line end goes on in the next, whose first character is literal. */
function withoutCarets(
  text: string,
  from: number,
): { line: Character[]; ended: string; end: number } {
  const line: Character[] = [];
  let quoted = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '^' && !quoted) {
      const lineEnd = /^\r?\n/.exec(text.slice(at + 1, at + 3))?.[0] ?? '';
      at += lineEnd.length + 1;
      const literal = lineEnd !== '' && text.startsWith('\r\n', at) ? at + 1 : at;
      at = literal;
      // The browsers break a line so and indent the next one.
      if (at < text.length) line.push({ character: text.charAt(at), at });
      continue;
    }
    if (character === '"' && !isEscaped(line, quoted)) quoted = !quoted;
    const [ended] = quoted ? [] : (/^(?:\r?\n|[|&<>]+)/.exec(text.slice(at, at + 2)) ?? []);
    if (ended !== undefined) return { line, ended, end: at + ended.length };
    line.push({ character, at });
  }
  return { line, ended: '', end: text.length };
}

/** cmd.exe itself knows no `\"`, but what is pasted often relies on it within quotes. */
function isEscaped(line: readonly Character[], quoted: boolean): boolean {
  return quoted && line.at(-1)?.character === '\\';
}
