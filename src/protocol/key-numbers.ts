import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { KeyError } from './key-error.js';

/** A key that a text gives as numbers. */
export interface NumberedKey {
  /** What such a text is called. */
  name: 'a JWK' | '.NET XML (RSAKeyValue)';
  secret: boolean;
  key: KeyObject;
}

function keyOfNumbers(jwk: JsonWebKey, name: NumberedKey['name']): NumberedKey {
  const secret = jwk.d !== undefined;
  const read = secret ? createPrivateKey : createPublicKey;
  try {
    return { name, secret, key: read({ key: jwk, format: 'jwk' }) };
  } catch {
    throw new KeyError(
      `this is ${name}, but of no key that can be read: export it again with all its numbers ` +
        '(for a private RSA key n, e, d, p, q, dp, dq, qi)',
    );
  }
}

/** A JSON Web Key (RFC 7517), or a set of them that holds a single one. */
function readJwk(text: string): NumberedKey {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new KeyError('this begins like a JWK, but is not JSON: copy the key again from its file');
  }
  const { keys } = value as { keys?: unknown };
  if (Array.isArray(keys) && keys.length !== 1)
    throw new KeyError(`this is a set of ${keys.length} JWKs: give the one that is meant`);
  const jwk = (Array.isArray(keys) ? keys[0] : value) as JsonWebKey | null;
  if (typeof jwk?.kty !== 'string')
    throw new KeyError('this is JSON, but no JWK: no member kty; give the key itself');
  if (jwk.kty === 'oct')
    throw new KeyError('this JWK is a shared secret (oct), and SNAP signs with an RSA key pair');
  return keyOfNumbers(jwk, 'a JWK');
}

/** RSA.ToXmlString of .NET: the numbers of RFC 8017, section 3, in Base64. */
function readXml(text: string): NumberedKey {
  const member = (name: string) => {
    const [, base64] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(text) ?? [];
    return base64 === undefined ? undefined : Buffer.from(base64, 'base64').toString('base64url');
  };
  const names = {
    ...{ n: 'Modulus', e: 'Exponent', d: 'D', p: 'P', q: 'Q' },
    ...{ dp: 'DP', dq: 'DQ', qi: 'InverseQ' },
  };
  const found = Object.entries(names).flatMap(([name, tag]) => {
    const value = member(tag);
    return value === undefined ? [] : [[name, value]];
  });
  return keyOfNumbers({ kty: 'RSA', ...Object.fromEntries(found) }, '.NET XML (RSAKeyValue)');
}

/**
 * Reads a key that is given as numbers: a JWK, or the XML of .NET.
 *
 * @returns undefined when the text is neither
 * @throws KeyError, without any part of the text, when it is one that can't be read
 */
export function readKeyNumbers(text: string): NumberedKey | undefined {
  if (/^\s*\{/.test(text)) return readJwk(text);
  return /^\s*<[^]*<Modulus>/.test(text) ? readXml(text) : undefined;
}
