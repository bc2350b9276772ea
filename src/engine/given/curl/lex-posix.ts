import { placeAt, unreadable } from '../given-problem.js';
import { ansiC } from './ansi-c.js';
import type { CommandLine, ShellValues } from './command-line.js';
import { WordBuilder } from './word-builder.js';

/*
 * A lexer of our own. The libraries that split command lines answer another question: shell-quote takes the ? and * of a
 * URL for a glob and an escaped line end for an empty word, none knows cmd and PowerShell, and none says where a quote
 * was opened that isn't closed.
 */

/** What a shell puts in: a variable, the output of a command. */
const expansion = /\$(?:\w+|\{[^}]*\}|\((?:[^()]|\([^()]*\))*\))|`[^`]*`/y;
const ansiQuoted = /\$'((?:[^'\\]|\\[\s\S])*)'/y;
const operator = /&&|\|\|?|;|&|>>?|<<?<?|\(|\)|\r?\n/y;

/** Reads the words of one command as bash does. Nothing is run, and no file name is matched. */
export function lexPosix(
  text: string,
  from: number,
  file: string,
  values: ShellValues,
): CommandLine {
  const word = new WordBuilder(text, file);
  let at = from;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  /** A variable or the output of a command, in quotes or not. */
  const expand = () => {
    const start = at;
    const [whole] = take(expansion) ?? [];
    if (whole === undefined) return false;
    const name = /^\$\{?(\w+)\}?$/.exec(whole)?.[1];
    const value = name === undefined ? undefined : values.get(name);
    if (value === undefined) word.addOpen(whole, start);
    else word.add(value, start);
    return true;
  };
  const doubleQuoted = () => {
    const start = at - 1;
    word.addQuoted('', start);
    for (;;) {
      const next = text[at];
      if (next === undefined) return word.unclosed('a double quote', start);
      if (next === '"') break;
      if (take(/\\\r?\n/y)) continue;
      const [, escaped] = take(/\\([\\"$`])/y) ?? [];
      if (escaped !== undefined) word.add(escaped, start);
      else if (!expand()) {
        word.add(next, start);
        at += 1;
      }
    }
    at += 1;
  };
  for (;;) {
    const start = at;
    if (at >= text.length) {
      word.end();
      return { words: word.words, ended: '', end: at };
    }
    if (take(/\\\r?\n/y)) continue;
    if (take(/[ \t]+/y)) {
      word.end();
      continue;
    }
    if (!word.begun && take(/#[^\n]*/y)) continue;
    if (take(/\\[ \t]+(?=\r?\n)/y))
      throw unreadable('white space stands between this backslash and the end of the line', {
        file: placeAt(file, text, start),
        remedy: 'Take it out: a shell goes on in the next line only after a bare backslash.',
      });
    const [ended] = take(operator) ?? [];
    if (ended !== undefined) {
      // `2>` is the number of a stream, and no word.
      if (ended.startsWith('>') && /^\d$/.test(word.text)) word.drop();
      word.end();
      return { words: word.words, ended, end: at };
    }
    const [, inner] = take(ansiQuoted) ?? [];
    if (inner !== undefined) word.addQuoted(ansiC(inner), start);
    else if (take(/\$?'/y)) {
      const close = text.indexOf("'", at);
      if (close < 0) word.unclosed('a single quote', start);
      word.addQuoted(text.slice(at, close), start);
      at = close + 1;
    } else if (take(/\$?"/y)) doubleQuoted();
    else if (!expand()) {
      const [, escaped] = take(/\\([\s\S])/y) ?? [];
      word.add(escaped ?? text.charAt(at), start);
      if (escaped === undefined) at += 1;
    }
  }
}
