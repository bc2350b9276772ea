import type { CommandLine, ShellValues } from './command-line.js';
import { WordBuilder } from './word-builder.js';

const expansion = /\$(?:env:\w+|\w+|\{[^}]*\}|\([^()]*\))/y;
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', 0: '\0' };

/**
 * Reads the words of one command as PowerShell does: a backtick escapes, a doubled quote within quotes stands for one.
 * Before 7.3 a quote comes to curl only if it is written `\"`: where all are, each stands for one.
 */
export function lexPowershell(
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
  const escape = () => {
    const start = at;
    const [, escaped] = take(/`([\s\S])/y) ?? [];
    if (escaped !== undefined) word.add(escapes[escaped] ?? escaped, start);
    return escaped !== undefined;
  };
  const expand = () => {
    const start = at;
    const [whole] = take(expansion) ?? [];
    if (whole === undefined) return false;
    const value = values.get(whole.slice(1));
    if (value === undefined) word.addOpen(whole, start);
    else word.add(value, start);
    return true;
  };
  const singleQuoted = () => {
    const start = at;
    const [, inner] = take(/'((?:[^']|'')*)'/y) ?? [];
    if (inner === undefined) return word.unclosed('a single quote', start);
    const plain = inner.replaceAll("''", "'");
    word.addQuoted(/(?<!\\)"/.test(plain) ? plain : plain.replaceAll('\\"', '"'), start);
  };
  const doubleQuoted = () => {
    const start = at;
    at += 1;
    word.addQuoted('', start);
    for (;;) {
      const next = text[at];
      if (next === undefined) return word.unclosed('a double quote', start);
      if (take(/""|\\"/y)) word.add('"', start);
      else if (next === '"') break;
      else if (!(take(/`\r?\n/y) || escape() || expand())) {
        word.add(next, start);
        at += 1;
      }
    }
    at += 1;
  };
  for (;;) {
    if (at >= text.length) {
      word.end();
      return { words: word.words, ended: '', end: at };
    }
    if (take(/`\r?\n/y)) continue;
    if (take(/[ \t]+/y)) {
      word.end();
      continue;
    }
    if (!word.begun && take(/#[^\n]*/y)) continue;
    const [ended] = take(/\r?\n|\|+|;|&+|[\d*]?>>?/y) ?? [];
    if (ended !== undefined) {
      word.end();
      return { words: word.words, ended, end: at };
    }
    const next = text.charAt(at);
    if (next === "'") singleQuoted();
    else if (next === '"') doubleQuoted();
    else if (!escape() && !expand()) {
      word.add(next, at);
      at += 1;
    }
  }
}
