import fc from 'fast-check';
import { formatTimestamp, type TimestampForm } from '../../protocol/timestamp.js';
import { anyText } from './any-json.js';
import type { SchemaPart } from './schema-parts.js';

/** How many characters beyond the minimum are tried: enough to tell texts apart, little to send. */
const variety = 24;

/** Candidates for the texts that a part of a schema allows, most of them valid; undefined if none can be. */
export function textsOf(part: SchemaPart): fc.Arbitrary<string> | undefined {
  const { patterns, minLength, maxLength, forms } = part;
  if (minLength > maxLength || forms?.length === 0) return undefined;
  if (forms) return timestamps(forms);
  const [pattern] = patterns;
  if (pattern === undefined) {
    return anyText(minLength, Math.max(minLength, Math.min(maxLength, minLength + variety)));
  }
  const regex = new RegExp(withoutLookaround(pattern), 'u');
  // Its own `maxLength` would look for ever if no match is short enough.
  return fc.stringMatching(regex, { size: minLength > variety ? 'medium' : 'small' });
}

/** Timestamps of this century, in some of the forms and in any offset. */
export function timestamps(forms: readonly TimestampForm[]): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.integer({ min: Date.UTC(2000, 0, 2), max: Date.UTC(2099, 11, 30) }),
      fc.constantFrom(...forms),
      fc.integer({ min: -48, max: 56 }),
    )
    .map(([instant, form, quarters]) => formatTimestamp(instant, form, quarters * 15));
}

/**
 * A pattern without its look-aheads and look-behinds, from which no text can be derived. It allows more, so
 * the caller checks the texts against the whole pattern.
 */
export function withoutLookaround(pattern: string): string {
  let kept = '';
  let inClass = false;
  // Open groups of a look-around that is being left out; 0 outside of any.
  let dropping = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const token = pattern[at] === '\\' ? pattern.slice(at, at + 2) : (pattern[at] ?? '');
    if (token === '[') inClass = true;
    else if (token === ']') inClass = false;
    const opens = token === '(' && !inClass;
    if (opens && (dropping > 0 || /^\(\?<?[=!]/.test(pattern.slice(at, at + 4)))) dropping += 1;
    if (dropping === 0) kept += token;
    else if (token === ')' && !inClass) dropping -= 1;
    at += token.length - 1;
  }
  return kept;
}
