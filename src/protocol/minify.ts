/** Bytes of white space between JSON tokens (RFC 8259 section 2). */
const spaces = new Set([0x20, 0x09, 0x0a, 0x0d]);
const quote = 0x22;
const backslash = 0x5c;

/** The same and the two others of ASCII, vertical tab and form feed, which no JSON text has. */
const allSpaces = new Set([...spaces, 0x0b, 0x0c]);

/**
 * What of a body is hashed: the body without the white space between its tokens, the body as it is, or the body
 * without any white space.
 */
export type MinifyRule = 'standard' | 'raw' | 'all-white-space';

/**
 * Removes white space of a JSON text: what stands between its tokens, unless a document has another rule. Every other
 * byte stays: escapes as they are written, the digits of numbers, bytes that aren't UTF-8, and by the standard's rule
 * spaces within strings.
 *
 * @param body the bytes of a request body; need not be JSON, and may be empty
 *
 * Source: ASPI, string-to-sign of transactions: minify(RequestBody), which the page doesn't define further.
 */
export function minify(body: Buffer, rule: MinifyRule = 'standard'): Buffer {
  switch (rule) {
    case 'raw':
      return body;
    case 'all-white-space':
      return body.filter((byte) => !allSpaces.has(byte)) as Buffer;
    case 'standard':
      return withoutSpacesBetweenTokens(body);
  }
}

function withoutSpacesBetweenTokens(body: Buffer): Buffer {
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
