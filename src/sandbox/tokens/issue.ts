import { generateKeyPair, type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { TokenB2b } from '../../../schemas/resolved.js';
import { signSha256Rsa } from '../../protocol/signature.js';
import type { TokenGrant } from './policy.js';

const generate = promisify(generateKeyPair);
let pair: Promise<{ publicKey: KeyObject; privateKey: KeyObject }> | undefined;

/** The pair that signs the tokens of every sandbox in this process: RSA-2048, made at first use. */
export function issuingKeys(): Promise<{ publicKey: KeyObject; privateKey: KeyObject }> {
  pair ??= generate('rsa', { modulusLength: 2048 });
  return pair;
}

function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

const header = part({ alg: 'RS256', typ: 'JWT' });

/** The claims of a token, encoded: issuer, client, start and end, and a random id. */
export function encodedClaims({ client, seconds, now, claims }: TokenGrant): string {
  const iat = Math.floor(now / 1000);
  return part({
    iss: 'snap-conformance-sandbox',
    sub: client.clientId,
    iat,
    exp: iat + seconds,
    jti: randomUUID(),
    ...claims,
  });
}

/** A JWT signed with RS256 (RFC 7519, RFC 7518 section 3.3). */
export async function issueJwt(grant: TokenGrant): Promise<string> {
  const { privateKey } = await issuingKeys();
  const signed = `${header}.${encodedClaims(grant)}`;
  const signature = await signSha256Rsa(privateKey, signed);
  return `${signed}.${signature.toString('base64url')}`;
}

/** A token that says nothing: 256 random bits in hex. */
export function opaqueToken(): string {
  return randomBytes(32).toString('hex');
}

/** The tokenType of a grant: the document's usual spelling, or the standard's if it lists none. */
export function usualTokenType(spellings: TokenB2b['success']['tokenTypes']): string {
  return spellings === 'unspecified' ? 'Bearer' : spellings[0];
}
