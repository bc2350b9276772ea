import { createHmac, createPublicKey, type KeyObject, sign } from 'node:crypto';
import fc from 'fast-check';
import { type Jwt, readJwt } from '../shared/jwt.js';

/** Tokens made from a real one. */

/** Characters that tokens are written in, smallest first. */
const alphabets: readonly [pattern: RegExp, letters: string][] = [
  [/^[0-9]*$/, '0123456789'],
  [/^[0-9a-f]*$/, '0123456789abcdef'],
  [/^[0-9A-F]*$/, '0123456789ABCDEF'],
];
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function lettersOf(token: string): string {
  return alphabets.find(([pattern]) => pattern.test(token))?.[1] ?? base64url;
}

/** Which place of a token is changed, as a share of its length, and to what. */
export interface Tampering {
  place: number;
  letter: number;
}

const places = 10_000;

export const anyTampering: fc.Arbitrary<Tampering> = fc.record({
  place: fc.nat({ max: places - 1 }),
  letter: fc.nat({ max: base64url.length - 1 }),
});

/** The end first: a comparison may stop short of it, and a JWT has its signature there. */
export const tamperingExamples: readonly Tampering[] = [places - 1, 0, places / 2].map((place) => ({
  place,
  letter: 0,
}));

/**
 * The token with one character changed, so that the bytes it stands for change too, if it stands for any: the last
 * character of a Base64url text has bits that nobody reads.
 */
export function tampered(token: string, { place, letter }: Tampering): string {
  const letters = lettersOf(token);
  const first = Math.floor((place / places) * token.length);
  const alternatives: string[] = [];
  for (let step = 0; step < token.length; step += 1) {
    const at = (first + step) % token.length;
    if (token[at] === '.') continue;
    for (let turn = 0; turn < letters.length; turn += 1) {
      const other = letters[(letter + turn) % letters.length] ?? '';
      const changed = token.slice(0, at) + other + token.slice(at + 1);
      if (!sameBytes(changed, token)) return changed;
      if (changed !== token) alternatives.push(changed);
    }
  }
  // Of a token that is nothing but padding, or one letter, any other text will do.
  const [other] = alternatives;
  if (other === undefined)
    throw new RangeError('there is something else than full stops in a token');
  return other;
}

function sameBytes(a: string, b: string): boolean {
  const bytes = (text: string) => text.split('.').map((part) => Buffer.from(part, 'base64url'));
  const others = bytes(b);
  return bytes(a).every((part, index) => part.equals(others[index] ?? Buffer.alloc(0)));
}

/** Texts as long as the token, in the same characters and with full stops in the same places. */
export function alike(token: string): fc.Arbitrary<string> {
  const letters = fc.constantFrom(...lettersOf(token));
  const [smallest = ''] = lettersOf(token);
  return fc
    .array(letters, { minLength: token.length, maxLength: token.length })
    .map(
      (random) => random.map((letter, at) => (token[at] === '.' ? '.' : letter)).join(''),
      // So that an example can be made smaller too.
      (text) => [...String(text)].map((letter) => (letter === '.' ? smallest : letter)),
    )
    .filter((other) => other !== token);
}

/** The alphabet backwards, again and again; then one character. Nothing of the token's own but its length and stops. */
export function alikeExamples(token: string): string[] {
  const letters = lettersOf(token);
  const [first = '', second = ''] = letters;
  const backwards = [...letters].reverse().join('');
  return [backwards, first, second]
    .map((pattern) => token.replace(/[^.]/g, (_, at: number) => pattern[at % pattern.length] ?? ''))
    .filter((other) => other !== token);
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function jwtOf(token: string): Jwt {
  const jwt = readJwt(token);
  if (!jwt) throw new TypeError('the token is no JWT');
  return jwt;
}

/** A JWT with other claims under the same header and signature. */
export function withClaims(
  token: string,
  change: (claims: Jwt['claims']) => Jwt['claims'],
): string {
  const [header, , signature] = token.split('.');
  return `${header}.${part(change(jwtOf(token).claims))}.${signature}`;
}

/** A JWT of the same claims with another algorithm in its header, and no signature. */
export function unsecured(token: string, alg: string): string {
  return `${part({ ...jwtOf(token).header, alg })}.${token.split('.')[1]}.`;
}

/** A JWT of the same claims, signed with RS256 and another key, which its header may hold as well. */
export function signedByKey(token: string, key: KeyObject, embeds: boolean): string {
  const { header } = jwtOf(token);
  const jwk = embeds && { jwk: createPublicKey(key).export({ format: 'jwk' }) };
  const signed = `${part({ ...header, ...jwk, alg: 'RS256' })}.${token.split('.')[1]}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

/** A JWT of the same claims, signed with HS256 and a text that is not secret. */
export function signedBySecret(token: string, secret: string): string {
  const { header } = jwtOf(token);
  const signed = `${part({ ...header, alg: 'HS256' })}.${token.split('.')[1]}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
