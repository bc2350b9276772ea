import { squeezed } from './squeeze.js';

/** A shorter text is met in other Base64 by chance. */
const shortestEncoded = 8;

/**
 * The texts under which a secret can turn up in a message: as it is, escaped in JSON, in a URL or a form, in
 * hex, and in Base64 of either alphabet, alone or amid other text, once and twice; and what is left of each
 * without separators.
 *
 * @param amid Also what is in Base64 twice, and stood amid other text the first time.
 */
export function secretForms(secret: string, amid: boolean): string[] {
  const inJson = JSON.stringify(secret).slice(1, -1);
  const inUrl = encodeURIComponent(secret);
  const bytes = Buffer.from(secret);
  const encoded = bytes.toString('base64');
  const once = base64Forms(bytes);
  const forms = [
    secret,
    inJson,
    inJson.replaceAll('/', '\\/'),
    JSON.stringify(inJson).slice(1, -1),
    inUrl,
    inUrl.replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
    ...byteForms(bytes),
    encoded,
    ...[encoded, ...(amid ? once : [])].flatMap((inner) => base64Forms(Buffer.from(inner))),
  ];
  return [...new Set([...forms, ...forms.map(squeezed)])];
}

/** The texts under which bytes can turn up: in hex, and in Base64 of either alphabet amid other bytes. */
export function byteForms(bytes: Buffer): string[] {
  const hex = bytes.toString('hex');
  return [hex, hex.toUpperCase(), ...base64Forms(bytes)];
}

function base64Forms(bytes: Buffer): string[] {
  const encoded = [0, 1, 2]
    .map((before) => base64Amid(bytes, before))
    .filter((text) => text.length >= shortestEncoded);
  return [...encoded, ...encoded.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))];
}

/**
 * The Base64 characters that depend on the bytes alone if so many others (modulo 3) stand before them: three bytes
 * make four characters, so there are three ways to meet them.
 */
function base64Amid(secret: Buffer, bytesBefore: number): string {
  const bytes = Buffer.concat([Buffer.alloc(bytesBefore), secret]);
  const whole = Math.floor((bytes.length * 8) / 6);
  return bytes.toString('base64').slice(Math.ceil((bytesBefore * 8) / 6), whole);
}
