import { placeAt, unreadable } from '../given-problem.js';
import { ansiC } from './ansi-c.js';
import type { CommandLine, ShellValues } from './command-line.js';
import { Scan } from './scan.js';
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
  const scan = new Scan(text, from);
  /** A variable or the output of a command, in quotes or not. */
  const expand = () => {
    const start = scan.at;
    const [whole] = scan.take(expansion) ?? [];
    if (whole === undefined) return false;
    const name = /^\$\{?(\w+)\}?$/.exec(whole)?.[1];
    const value = name === undefined ? undefined : values.get(name);
    if (value === undefined) word.addOpen(whole, start);
    else word.add(value, start);
    return true;
  };
  const doubleQuoted = () => {
    const start = scan.at - 1;
    word.addQuoted('', start);
    for (;;) {
      const next = text[scan.at];
      if (next === undefined) return word.unclosed('a double quote', start);
      if (next === '"') break;
      if (scan.take(/\\\r?\n/y)) continue;
      const [, escaped] = scan.take(/\\([\\"$`])/y) ?? [];
      if (escaped !== undefined) word.add(escaped, start);
      else if (!expand()) {
        word.add(next, start);
        scan.at += 1;
      }
    }
    scan.at += 1;
  };
  for (;;) {
    const start = scan.at;
    if (scan.at >= text.length) {
      word.end();
      return { words: word.words, ended: '', end: scan.at };
    }
    if (scan.take(/\\\r?\n/y)) continue;
    if (scan.take(/[ \t]+/y)) {
      word.end();
      continue;
    }
    if (!word.begun && scan.take(/#[^\n]*/y)) continue;
    if (scan.take(/\\[ \t]+(?=\r?\n)/y))
      throw unreadable('white space stands between this backslash and the end of the line', {
        file: placeAt(file, text, start),
        remedy: 'Take it out: a shell goes on in the next line only after a bare backslash.',
      });
    const [ended] = scan.take(operator) ?? [];
    if (ended !== undefined) {
      // `2>` is the number of a stream, and no word.
      if (ended.startsWith('>') && /^\d$/.test(word.text)) word.drop();
      word.end();
      return { words: word.words, ended, end: scan.at };
    }
    const [, inner] = scan.take(ansiQuoted) ?? [];
    if (inner !== undefined) word.addQuoted(ansiC(inner), start);
    else if (scan.take(/\$?'/y)) {
      const close = text.indexOf("'", scan.at);
      if (close < 0) word.unclosed('a single quote', start);
      word.addQuoted(text.slice(scan.at, close), start);
      scan.at = close + 1;
    } else if (scan.take(/\$?"/y)) doubleQuoted();
    else if (!expand()) {
      const [, escaped] = scan.take(/\\([\s\S])/y) ?? [];
      word.add(escaped ?? text.charAt(scan.at), start);
      if (escaped === undefined) scan.at += 1;
    }
  }
}
