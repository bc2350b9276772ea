import { credentialWord } from './credential-word.js';

/** The source of a regular expression that matches this text alone. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Words as one line for a POSIX shell, quoted when they need it. */
export function shellWords(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ');
}

/** How many characters of a user's value a message shows at most. */
const longest = 80;

/** A parameter of a URL whose name says that its value is a credential. */
const parameter = new RegExp(
  `([?&][^=&\\s]*(?:${credentialWord.source})[^=&\\s]*=)[^&\\s"]+`,
  'gi',
);

/** A user's value as an error message may repeat it: no key, no password, not too long. */
export function shownValue(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  if (/-----BEGIN|\\n/.test(text)) return 'a text of several lines';
  const plain = text.replace(/(:\/\/)[^/@\s]*@/g, '$1…@').replace(parameter, '$1…');
  return plain.length <= longest ? plain : `${plain.slice(0, longest)}…`;
}

/** Whether a value is an object of named members: neither null nor a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True for a day of the calendar, `2026-01-31`; 2026-02-31 only has the form of one. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
