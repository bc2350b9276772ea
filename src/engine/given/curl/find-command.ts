import { incomplete, placeAt, unreadable } from '../given-problem.js';
import type { CommandLine, Lexer, Word } from './command-line.js';
import { lexCmd } from './lex-cmd.js';
import { lexPosix } from './lex-posix.js';
import { lexPowershell } from './lex-powershell.js';

/** A curl command in a text. */
export interface CurlCommand {
  /** Its arguments. */
  words: Word[];
  at: number;
  /** What a command before it writes into it, if that is known: `printf %s … | base64 -d | curl …`. */
  input?: Buffer;
}

/** The prompt of a shell before the command, which is often copied with it. */
const prompt = /^\s*(?:[\w.@:~/\\ ()[\]-]*[$%#>]|PS [^>\n]*>)[ \t]*(?=curl(?:\.exe)?\s)/;
/** At the beginning of a line, after assignments, or after another command. */
const command =
  /(?:^[ \t]*(?:export[ \t]+)?(?:[A-Za-z_]\w*=\S*[ \t]+)*|[|;&(][ \t]*)(?:[\w./\\:-]{0,200}[/\\])?curl(?:\.exe)?(?:\s|$)/im;
const isCurl = (word: Word | undefined) =>
  /^(?:[\w./\\:-]*[/\\])?curl(?:\.exe)?$/i.test(word?.text ?? '');

/** Whether a text holds a curl command, and not a request that mentions it. */
export function holdsCurl(text: string): boolean {
  return prompt.test(text) || command.test(text);
}

/**
 * Finds the curl command of a text: after a prompt, after assignments, at the end of a pipe.
 *
 * @throws InputProblem for quotes that aren't closed, and for two commands.
 */
export function findCommand(text: string, file: string): CurlCommand {
  const lex = lexerOf(text);
  const values = new Map<string, string>();
  const piped: Word[][] = [];
  for (let from = prompt.exec(text)?.[0].length ?? 0; from < text.length; ) {
    const line: CommandLine = lex(text, from, file, values);
    const words = withoutAssignments(line.words, values);
    const [first, ...rest] = words;
    if (isCurl(first)) {
      refuseMore(text, line, file);
      const input = inputOf(piped);
      return { words: rest, at: first?.at ?? 0, ...(input && { input }) };
    }
    if (line.ended === '|') piped.push(words);
    else piped.length = 0;
    from = line.end;
  }
  throw unreadable('it holds no curl command', {
    file,
    remedy: 'Paste the whole command, from the word curl on.',
  });
}

/** The shell is told by the character that goes on in the next line, or by the carets before quotes. */
function lexerOf(text: string): Lexer {
  if (/\s\^"/.test(text)) return lexCmd;
  const [, character] = /(?:^|\s)([\\^`])\r?\n/.exec(text) ?? [];
  if (character === '^') return lexCmd;
  return character === '`' ? lexPowershell : lexPosix;
}

/** Takes `NAME=value` off the beginning and remembers it. */
function withoutAssignments(words: readonly Word[], values: Map<string, string>): Word[] {
  let index = 0;
  for (const { text, open } of words) {
    const [, name, value = ''] = /^(?:\$env:|set )?([A-Za-z_]\w*)=([^]*)$/.exec(text) ?? [];
    if (name === undefined) {
      if (text !== 'export' || index > 0) break;
    } else if (open === undefined) values.set(name, value);
    index += 1;
  }
  return words.slice(index);
}

/** @throws InputProblem when what stands after the command belongs to it, or is a second one. */
function refuseMore(text: string, { ended, end }: CommandLine, file: string): void {
  const rest = text.slice(end);
  const place = { file: placeAt(file, text, end - ended.length) };
  if (ended === '&' && /^\S/.test(rest))
    throw unreadable('an & outside quotes ends the command here: what follows was not sent', {
      ...place,
      remedy: 'Put the URL in quotes.',
    });
  if (/\n$/.test(ended) && /^\s*(?:-{1,2}[A-Za-z]|["']?https?:)/.test(rest))
    throw unreadable('the command ends with this line, and its options go on in the next', {
      ...place,
      remedy: 'End the line with a backslash (^ in cmd, ` in PowerShell).',
    });
  if (/^<</.test(ended))
    throw incomplete('the body comes from a here-document, which is not read', {
      ...place,
      remedy: 'Put the body into a file, and name it: --data @body.json.',
    });
  if (/^[ \t]*(?:\$ |% |> )?curl(?:\.exe)?\s+\S/m.test(rest))
    throw unreadable('the text holds two commands', {
      ...place,
      remedy: 'Give one of them: one request is read at a time.',
    });
}

/** What `printf %s … | base64 -d` writes; our reports send bodies so that are no text. */
function inputOf(piped: readonly (readonly Word[])[]): Buffer | undefined {
  const texts = piped.map((words) => words.map(({ text }) => text));
  const [source = [], decode, ...more] = texts;
  const [program, form, value] = source.length === 2 ? [source[0], '%s', source[1]] : source;
  const known = (program === 'printf' && form === '%s') || (program === 'echo' && form === '-n');
  if (!known || value === undefined || more.length > 0) return undefined;
  if (decode === undefined) return Buffer.from(value);
  return decode[0] === 'base64' && /^(?:-d|-D|--decode)$/.test(decode[1] ?? '')
    ? Buffer.from(value, 'base64')
    : undefined;
}
