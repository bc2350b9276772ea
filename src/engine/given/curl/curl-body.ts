import { InputProblem, type InputProblemPlace } from '../../input/input-problem.js';
import { incomplete, placeAt } from '../given-problem.js';
import type { GivenOptions, GivenRequest } from '../given-request.js';
import type { Argument } from './arguments.js';

/** The options that make a body. */
const dataOptions: ReadonlySet<string> = new Set([
  ...['data', 'data-ascii', 'data-raw', 'data-binary', 'data-urlencode', 'json'],
  ...['form', 'form-string', 'upload-file'],
]);

/** The arguments that make a body. */
export function bodyArguments(args: readonly Argument[]): Argument[] {
  return args.filter(({ name }) => dataOptions.has(name));
}

type Body = Pick<GivenRequest, 'body' | 'bodyProblem'>;

/**
 * The body as curl puts it together: several `-d` are joined by `&`, `@file` is read relative to the working directory,
 * and loses its line ends with `-d`.
 *
 * @param input what a command before it writes into curl
 */
export function curlBody(
  args: readonly Argument[],
  text: string,
  { file, readFile }: GivenOptions,
  input?: Buffer,
): Body {
  const parts: Buffer[] = [];
  for (const { name, value, open, at } of bodyArguments(args)) {
    const place = { file: placeAt(file, text, at) };
    if (name === 'form' || name === 'form-string')
      return notKnown('curl puts the body of --form together as it sends it', place);
    if (open !== undefined)
      return notKnown(`the body holds ${shownOpen(open)}, which only the shell fills in`, place);
    try {
      const part = partOf(name, value, (named) =>
        named === '-' ? (input ?? fromElsewhere(place)) : readFile(named),
      );
      if (parts.length > 0 && name !== 'json') parts.push(Buffer.from('&'));
      parts.push(part);
    } catch (error) {
      if (!(error instanceof InputProblem)) throw error;
      return { bodyProblem: namedBy(error, place) };
    }
  }
  return parts.length === 0 ? {} : { body: Buffer.concat(parts) };
}

/** What a shell fills in, as a message may show it: the name of a variable, no command. */
export function shownOpen(open: string): string {
  return /^\$\{?[\w:]+\}?$/.test(open) ? open : `${open.startsWith('`') ? '`' : '$('}…`;
}

function notKnown(what: string, place: InputProblemPlace): Body {
  return {
    bodyProblem: incomplete(what, {
      ...place,
      remedy: 'Give the body as it was sent, with --body FILE.',
    }),
  };
}

function fromElsewhere(place: InputProblemPlace): never {
  throw incomplete('the body comes from the standard input of curl', {
    ...place,
    remedy: 'Give the body as it was sent, with --body FILE.',
  });
}

/** A file that can't be read is told with the place in the command that names it. */
function namedBy(problem: InputProblem, { file = '' }: InputProblemPlace): InputProblem {
  if (problem.code === 'request-incomplete') return problem;
  return new InputProblem(problem.code, `${problem.message.split('\n')[0]}`, {
    file: problem.file ?? file,
    remedy: `The command names it at ${file}. curl looks for it in the working directory: run this there, or give the body with --body FILE.`,
  });
}

function partOf(name: string, value: string, read: (file: string) => Buffer): Buffer {
  if (name === 'upload-file') return read(value);
  if (name === 'data-raw') return Buffer.from(value);
  if (name === 'data-urlencode') return Buffer.from(urlEncoded(value, read));
  if (!value.startsWith('@')) return Buffer.from(value);
  const bytes = read(value.slice(1));
  // curl's manual, -d: carriage returns, line feeds and null bytes are stripped out.
  return name === 'data' || name === 'data-ascii'
    ? Buffer.from(bytes.filter((byte) => byte !== 13 && byte !== 10 && byte !== 0))
    : bytes;
}

/** `content`, `=content`, `name=content`, `@file`, `name@file` (curl's manual, --data-urlencode). */
function urlEncoded(value: string, read: (file: string) => Buffer): string {
  const [, name = '', mark, content = ''] = /^([^=@]*)([=@])([^]*)$/.exec(value) ?? [];
  const text = mark === '@' ? read(content).toString('utf8') : mark === '=' ? content : value;
  const encoded = encodeURIComponent(text)
    .replaceAll('%20', '+')
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return mark !== undefined && name !== '' ? `${name}=${encoded}` : encoded;
}
