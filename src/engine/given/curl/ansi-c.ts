const letters: Readonly<Record<string, number>> = {
  ...{ a: 7, b: 8, e: 27, E: 27, f: 12, n: 10, r: 13, t: 9, v: 11 },
  ...{ '\\': 92, "'": 39, '"': 34, '?': 63 },
};

/**
 * What `$'…'` stands for: escapes as in C, bytes in octal or hex put together as UTF-8.
 *
 * @param inner the text between the quotes
 */
export function ansiC(inner: string): string {
  const parts = [
    ...inner.matchAll(
      /\\(?:u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|x([0-9a-fA-F]{1,2})|([0-7]{1,3})|c(.)|(.))|([^\\]+|\\$)/gsu,
    ),
  ].map(([whole, short, long, hex, octal, control, letter, plain]) => {
    const point = short ?? long;
    if (point !== undefined) {
      const code = Number.parseInt(point, 16);
      return Buffer.from(code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code));
    }
    if (hex !== undefined) return Buffer.of(Number.parseInt(hex, 16));
    if (octal !== undefined) return Buffer.of(Number.parseInt(octal, 8) & 255);
    if (control !== undefined) return Buffer.of(control.charCodeAt(0) & 31);
    const byte = letter === undefined ? undefined : letters[letter];
    if (byte !== undefined) return Buffer.of(byte);
    return Buffer.from(plain ?? whole);
  });
  return Buffer.concat(parts).toString('utf8');
}
