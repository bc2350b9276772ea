/** Bytes of white space between JSON tokens (RFC 8259 section 2). */
const spaces = new Set([0x20, 0x09, 0x0a, 0x0d]);
const quote = 0x22;
const backslash = 0x5c;

/**
 * Removes the white space between the tokens of a JSON text. Every other byte stays: spaces within
 * strings, escapes as they are written, the digits of numbers, bytes that aren't UTF-8.
 *
 * @param body the bytes of a request body; need not be JSON, and may be empty
 *
 * Source: ASPI, string-to-sign of transactions: minify(RequestBody), which the page doesn't define further.
 */
export function minify(body: Buffer): Buffer {
  const kept = Buffer.alloc(body.length);
  let length = 0;
  let inString = false;
  let escaped = false;
  for (const byte of body) {
    if (!inString && spaces.has(byte)) continue;
    kept[length] = byte;
    length += 1;
    if (escaped) escaped = false;
    else if (inString && byte === backslash) escaped = true;
    else if (byte === quote) inString = !inString;
  }
  return kept.subarray(0, length);
}
