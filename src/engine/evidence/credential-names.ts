import { credentialWord } from '../input/credential-word.js';

/** Says of a header, a query parameter or a member of JSON by its name whether its value is hidden. */
export type IsCredential = (name: string) => boolean;

/** The headers that a verdict rests on: they are evidence, and no glob hides them. */
const evidence = new Set([
  'x-client-key',
  'x-timestamp',
  'x-signature',
  'x-partner-id',
  'x-external-id',
  'channel-id',
]);

/** Members of JSON are hidden only if the config names them: `tokenType` and its like are evidence. */
export interface CredentialNames {
  header: IsCredential;
  query: IsCredential;
  member: IsCredential;
  /** True if the config names any, so that members have to be looked at. */
  named: boolean;
}

/** @param redact Names and globs (`*`, `?`) that the config adds, in letters of any case. */
export function credentialNames(redact: readonly string[] = []): CredentialNames {
  const added = redact.map(globOf);
  const isAdded = (name: string) => added.some((glob) => glob.test(name));
  const known = new Map<string, boolean>();
  const isCredential = (name: string) => {
    const lower = name.toLowerCase();
    return !evidence.has(lower) && (credentialWord.test(lower) || isAdded(name));
  };
  const header = (name: string) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const found = isCredential(name);
    // A server can make up names without end.
    if (known.size < 1000) known.set(name, found);
    return found;
  };
  return { header, query: header, member: isAdded, named: added.length > 0 };
}

function globOf(glob: string): RegExp {
  const source = glob
    .replace(/[\\^$.+()[\]{}|]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'is');
}

/** What stands in the place of a value: its name, in characters that fit into any message. */
export function valueOf(name: string): string {
  return `[value-of-${name.replace(/[^\w.-]/g, '').slice(0, 40)}]`;
}

/** What the redactor puts in the place of a whole secret. */
export const placeholder = /\[(?:client secret|private key|authorization code|value-of-[\w.-]*)\]/;
