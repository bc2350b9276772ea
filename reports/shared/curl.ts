import type { Exchange } from '../../schemas/generated/result.js';
import { hiddenCharacters, visible } from './visible.js';

/** A command line that sends a request again. */
export interface Curl {
  command: string;
  /** Why the command differs from the request that was sent; absent if it doesn't. */
  caveat?: string;
}

// curl writes these itself, from the URL and the body.
const written = new Set(['content-length', 'connection', 'host']);
// curl adds these unless it is told not to, and a probe without Content-Type has to stay without.
const added = ['Accept', 'User-Agent', 'Content-Type'];

/**
 * The request of an exchange as a curl command for a POSIX shell: headers as they were sent, an empty header stays
 * empty, a missing one missing. A body that isn't text is piped in from Base64.
 */
export function curlOf({ method, url, headers, body }: Exchange['request']): Curl {
  const flags = [`--request ${quote(method)}`, `--url ${quote(url)}`];
  // Without it, curl reads brackets and braces of a URL as a pattern.
  if (/[[\]{}]/.test(url)) flags.push('--globoff');
  if (/\/\.{1,2}(\/|$|\?)/.test(url)) flags.push('--path-as-is');
  for (const [name, value] of headers) {
    if (written.has(name.toLowerCase())) continue;
    flags.push(`--header ${quote(value === '' ? `${name};` : `${name}: ${value}`)}`);
  }
  const sent = new Set(headers.map(([name]) => name.toLowerCase()));
  for (const name of added) {
    if (!sent.has(name.toLowerCase())) flags.push(`--header '${name}:'`);
  }
  const piped = body.base64 ?? asBase64(body.text);
  if (piped !== undefined) flags.push('--data-binary @-');
  else if (body.text) flags.push(`--data-raw ${quote(body.text)}`);
  const source = piped === undefined ? '' : `printf %s ${quote(piped)} | base64 -d | `;
  const caveat = caveatOf({ method, url, headers, body });
  return {
    command: `${source}curl ${flags.join(' \\\n  ')}`,
    ...(caveat !== '' && { caveat }),
  };
}

/** The parts of the request that the command lacks because they were not recorded: long parts and secrets. */
function caveatOf({ url, headers, body }: Exchange['request']): string {
  const line = [url, ...headers.flat()].join('\n');
  const removed = /\[(client secret|private key)\]/;
  // No header can hold an ellipsis (RFC 9110 §5.5 allows no such character): it stands for what was cut out.
  const shortened = line.includes('…') || removed.test(line) || removed.test(body.text ?? '');
  return [
    body.truncated && `Only the first part of the body was kept; ${body.bytes} bytes were sent.`,
    shortened && 'A long value or a secret was shortened as it was recorded.',
  ]
    .filter(Boolean)
    .join(' ');
}

/** A text that no argument can hold (a NUL would end it), as Base64; undefined for any other text. */
function asBase64(text: string | undefined): string | undefined {
  return text?.includes('\0') ? Buffer.from(text, 'utf8').toString('base64') : undefined;
}

/**
 * One word of a shell command. Plain words stay bare. Characters that hide or act are written as octal in `$'…'`: a
 * command that is pasted into a terminal must not drive it, and must do what the report shows.
 */
function quote(word: string): string {
  if (/^[\w./:@%+=,-]+$/.test(word)) return word;
  if (visible(word) === word) return `'${word.replaceAll("'", String.raw`'\''`)}'`;
  const escaped = word
    .replace(/[\\']/g, String.raw`\$&`)
    .replace(hiddenCharacters, (character) =>
      [...Buffer.from(character, 'utf8')]
        .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
        .join(''),
    );
  return `$'${escaped}'`;
}
