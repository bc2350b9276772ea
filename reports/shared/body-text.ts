import type { Body } from '../../schemas/generated/result.js';

/**
 * A body as text: what it holds, or its Base64 if it is no text, and how long it was if only a part was kept.
 *
 * @param laidOut Changes the text of a body that was kept whole.
 */
export function bodyText(
  { bytes, text = '', base64, truncated }: Body,
  laidOut: (text: string) => string = (same) => same,
): string {
  if (base64 !== undefined) return `[${bytes} bytes that are no text, in Base64] ${base64}`;
  return truncated
    ? `${text}\n[${bytes} bytes, of which only the first part was kept]`
    : laidOut(text);
}
