import type { Services } from '../../../../schemas/generated/profile.js';
import { say } from '../../../messages/message.js';
import { encodeSignature, type SignatureEncoding } from '../../../protocol/signature.js';
import { type HmacKeys, hmacWays } from '../../mistakes/keys/hmac-ways.js';
import { type Make, rsaWays } from '../../mistakes/keys/rsa-ways.js';
import type { Mistake, Option } from '../../mistakes/mistake.js';
import { encoders } from '../../mistakes/signature/encoders.js';
import type { Draft, Signing } from '../draft.js';
import type { Signer } from '../signer.js';
import { type Way, wordsOf } from './candidate.js';

/** A draft of either kind, as far as its signature is concerned. */
type Signed = Draft & { signing: Pick<Signing, 'algorithm' | 'sign' | 'encode'> };

/** What the scheme of a request wants, and what else may have been taken. */
export interface SignatureRule {
  keyKind: 'secret' | 'rsa';
  encoding: SignatureEncoding;
  accessToken: string | undefined;
}

/**
 * The ways to sign the documented text with another key or algorithm, each by as few mistakes as it takes.
 *
 * @param text what is signed; it may be too long for some
 */
export function keyWays<D extends Signed>(
  { key, clientId, clientSecret, publicKeyPem }: Signer,
  { keyKind, accessToken }: SignatureRule,
  text: string,
  overrides: (mistakes: readonly Mistake[]) => Services | undefined = () => undefined,
): Way<D>[] {
  const keys: HmacKeys = { clientId, clientSecret, accessToken, publicKeys: [publicKeyPem] };
  const byHmac = hmacWays(keys, keyKind === 'secret').map(
    ({ mistakes, value }): Option<Make> => ({ mistakes, value: value.make }),
  );
  // The other kind of key is a mistake by itself.
  const ways = [
    ...fewest(rsaWays(key, keyKind === 'rsa'), keyKind === 'rsa' ? 1 : 2),
    ...fewest(byHmac, keyKind === 'secret' ? 1 : 2),
  ];
  return ways
    .filter(({ value: make }) => make(text) !== undefined)
    .map(({ mistakes, value: make }, index) => ({
      mistakes,
      mark: () => `key ${index}`,
      apply: (right) => ({
        ...right,
        signing: {
          ...right.signing,
          algorithm: wordsOf(mistakes),
          sign: (signed: string | Buffer) => make(signed) ?? Buffer.alloc(0),
        },
      }),
      overrides: overrides(mistakes),
    }));
}

const fewest = (ways: readonly Option<Make>[], most: number) =>
  ways.filter(({ mistakes }) => mistakes.length > 0 && mistakes.length <= most);

/** The ways to write the right signature; `bytes` is how long that is. */
export function encodingWays<D extends Signed>(
  { encoding }: SignatureRule,
  bytes: number,
  overrides: (encoding: SignatureEncoding) => Services,
): Way<D>[] {
  const sample = sampleSignature(bytes);
  const right = encodeSignature(sample, encoding);
  return encoders(encoding).flatMap(({ mistakes, value: encode }): Way<D>[] => {
    const written = encode(sample);
    if (written === right) return [];
    const other = (['base64', 'hex'] as const).find(
      (each) => encodeSignature(sample, each) === written,
    );
    return [
      {
        mistakes,
        mark: () => `written ${written}`,
        apply: (draft) => ({
          ...draft,
          signing: {
            ...draft.signing,
            algorithm: say('signing/rules/and', {
              one: draft.signing.algorithm,
              other: wordsOf(mistakes),
            }),
            encode,
          },
        }),
        overrides: other && overrides(other),
      },
    ];
  });
}

/** Bytes by which two encodings are told apart: their Base64 has each character that one of them may change. */
const sampleSignature = (bytes: number): Buffer =>
  Buffer.from(Array.from({ length: bytes }, (_, index) => (index * 167 + 251) % 256));
