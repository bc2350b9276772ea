/**
 * The texts under which a secret can turn up in a message: as it is, escaped in JSON, in a URL or a
 * form, and in Base64 of either alphabet, alone or amid other text.
 */
export function secretForms(secret: string): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  const inUrl = encodeURIComponent(secret);
  // A shorter text is met in other Base64 by chance.
  const encoded = [0, 1, 2]
    .map((before) => base64Amid(secret, before))
    .filter((text) => text.length >= 8);
  return [
    ...new Set([
      secret,
      inJson,
      inJson.replaceAll('/', '\\/'),
      JSON.stringify(inJson).slice(1, -1),
      inUrl,
      inUrl.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
      Buffer.from(secret).toString('base64'),
      ...encoded,
      ...encoded.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    ]),
  ];
}

/**
 * The Base64 characters that depend on the secret alone if so many bytes (modulo 3) stand before it:
 * three bytes make four characters, so there are three ways to meet it.
 */
function base64Amid(secret: string, bytesBefore: number): string {
  const bytes = Buffer.concat([Buffer.alloc(bytesBefore), Buffer.from(secret)]);
  const whole = Math.floor((bytes.length * 8) / 6);
  return bytes.toString('base64').slice(Math.ceil((bytesBefore * 8) / 6), whole);
}
