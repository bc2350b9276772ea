import { render } from '../../messages/render.js';
import { decodeSignature, type SignatureEncoding } from '../../protocol/signature.js';
import { wrongRules } from '../request/wrong-token-rules.js';
import type { Candidate } from './verification.js';

/** What can happen to the text of a header on its way, and how to undo it. */
const damages: readonly { says: string; undo: (text: string) => string }[] = [
  { says: 'with white space around it', undo: (text) => text.trim() },
  { says: 'in quotation marks', undo: (text) => text.trim().replace(/^["']|["']$/g, '') },
  { says: 'with each + turned into a space', undo: (text) => text.replaceAll(' ', '+') },
  { says: 'percent-encoded', undo: percentDecoded },
  { says: 'broken into lines', undo: (text) => text.replace(/\\n|\s/g, '') },
];

/** The bytes that a text may stand for: in the documented encoding, in others, and with damage undone. */
export function signatureReadings(
  text: string,
  documented: SignatureEncoding,
): Candidate<Buffer>[] {
  const right = decodeSignature(text, documented);
  const readings: Candidate<Buffer>[] = right ? [{ value: right, mistakes: [] }] : [];
  const damaged = damages.flatMap(({ says, undo }) => {
    const whole = undo(text);
    return whole === text ? [] : [{ text: whole, mistakes: [render(says)] }];
  });
  for (const { text: whole, mistakes } of [{ text, mistakes: [] as string[] }, ...damaged])
    for (const { value, mistakes: more } of encodings(whole, documented))
      readings.push({ value, mistakes: [...mistakes, ...more] });
  return readings.sort((a, b) => a.mistakes.length - b.mistakes.length);
}

function encodings(text: string, documented: SignatureEncoding): Candidate<Buffer>[] {
  const base64 = decodeSignature(text, 'base64');
  const hex = decodeSignature(text, 'hex');
  const inner = base64 && /^[\w+/=-]+$/.test(base64.toString('latin1')) ? base64 : undefined;
  const twice = inner && decodeSignature(inner.toString('latin1'), 'base64');
  const hexWithin = inner && decodeSignature(inner.toString('latin1'), 'hex');
  const found: [Buffer | undefined, string[]][] = [
    [base64, documented === 'base64' ? [] : ['in Base64 instead of hex']],
    [hex, documented === 'hex' ? [] : [render(wrongRules.hex.says)]],
    [fromBase64url(text), [render(wrongRules.base64url.says)]],
    [unpadded(text), ['without the padding (=) of its Base64']],
    [twice, ['in Base64 twice']],
    [hexWithin, ['in Base64 of its hex digits, not of its bytes']],
  ];
  return found.flatMap(([value, mistakes]) =>
    value && value.length > 0 ? [{ value, mistakes }] : [],
  );
}

function fromBase64url(text: string): Buffer | undefined {
  return /^[\w-]+={0,2}$/.test(text) && /[-_]/.test(text)
    ? Buffer.from(text, 'base64url')
    : undefined;
}

function unpadded(text: string): Buffer | undefined {
  const padded = text.padEnd(Math.ceil(text.length / 4) * 4, '=');
  return padded === text ? undefined : decodeSignature(padded, 'base64');
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
