import type { ProfileDocument } from '../../schemas/generated/result.js';

/** A document that a profile rests on, in one line: `DOKU documentation, read 2026-11-30 (primary)`. */
export function documentWords({ title, edition, confidence }: ProfileDocument): string {
  return `${[title, edition].filter((part) => part !== undefined).join(', ')} (${confidence})`;
}
