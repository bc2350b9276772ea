import type { CommandLine, ShellValues } from './command-line.js';
import { Scan } from './scan.js';
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
  const scan = new Scan(text, from);
  const escape = () => {
    const start = scan.at;
    const [, escaped] = scan.take(/`([\s\S])/y) ?? [];
    if (escaped !== undefined) word.add(escapes[escaped] ?? escaped, start);
    return escaped !== undefined;
  };
  const expand = () => {
    const start = scan.at;
    const [whole] = scan.take(expansion) ?? [];
    if (whole === undefined) return false;
    const value = values.get(whole.slice(1));
    if (value === undefined) word.addOpen(whole, start);
    else word.add(value, start);
    return true;
  };
  const singleQuoted = () => {
    const start = scan.at;
    const [, inner] = scan.take(/'((?:[^']|'')*)'/y) ?? [];
    if (inner === undefined) return word.unclosed('a single quote', start);
    const plain = inner.replaceAll("''", "'");
    word.addQuoted(/(?<!\\)"/.test(plain) ? plain : plain.replaceAll('\\"', '"'), start);
  };
  const doubleQuoted = () => {
    const start = scan.at;
    scan.at += 1;
    word.addQuoted('', start);
    for (;;) {
      const next = text[scan.at];
      if (next === undefined) return word.unclosed('a double quote', start);
      if (scan.take(/""|\\"/y)) word.add('"', start);
      else if (next === '"') break;
      else if (!(scan.take(/`\r?\n/y) || escape() || expand())) {
        word.add(next, start);
        scan.at += 1;
      }
    }
    scan.at += 1;
  };
  for (;;) {
    if (scan.at >= text.length) {
      word.end();
      return { words: word.words, ended: '', end: scan.at };
    }
    if (scan.take(/`\r?\n/y)) continue;
    if (scan.take(/[ \t]+/y)) {
      word.end();
      continue;
    }
    if (!word.begun && scan.take(/#[^\n]*/y)) continue;
    const [ended] = scan.take(/\r?\n|\|+|;|&+|[\d*]?>>?/y) ?? [];
    if (ended !== undefined) {
      word.end();
      return { words: word.words, ended, end: scan.at };
    }
    const next = text.charAt(scan.at);
    if (next === "'") singleQuoted();
    else if (next === '"') doubleQuoted();
    else if (!escape() && !expand()) {
      word.add(next, scan.at);
      scan.at += 1;
    }
  }
}
