/** What is said of the lifetime that a grant of a token states. */
export const tokenB2bExpiry = {
  'token-b2b/expiry/no-whole-number': () => 'no grant of the run held a whole number of seconds',
  'token-b2b/expiry/no-text': () => 'no grant of the run held expiresIn as a text',
  'token-b2b/expiry/no-documented-length': () => 'the document gives expiresIn no length',
  'token-b2b/expiry/no-documented-lifetime': () => 'the document gives no lifetime',
  'token-b2b/expiry/no-claimed-lifetime': () => 'the tokens are opaque, or claim no lifetime',
  'token-b2b/expiry/opaque': () => 'the tokens are opaque',

  'token-b2b/expiry/not-positive': ({ seconds }: { seconds: number }) =>
    `expiresIn is ${seconds}: the token is dead on arrival`,
  'token-b2b/expiry/not-as-documented': ({
    seconds,
    documented,
  }: {
    seconds: number;
    documented: number;
  }) => `expiresIn is ${seconds}, the document says ${documented}`,
  'token-b2b/expiry/beyond-a-day': ({ seconds }: { seconds: number }) =>
    `expiresIn is ${seconds}, more than a day of seconds: it looks like milliseconds or a point in time`,
  'token-b2b/expiry/type-changed': ({ type, earlier }: { type: string; earlier: string }) =>
    `expiresIn is a ${type} here, a ${earlier} in an earlier grant of the same run`,
  'token-b2b/expiry/jwt-claims-otherwise': ({
    claimed,
    seconds,
  }: {
    claimed: number;
    seconds: number;
  }) => `the token's own claims give it ${claimed} s, expiresIn says ${seconds}`,
  'token-b2b/expiry/jwt-of-the-future': ({ seconds }: { seconds: number }) =>
    `the JWT says that it is from ${seconds} s after the answer that it came in`,
  'token-b2b/expiry/jwt-of-the-past': ({ seconds }: { seconds: number }) =>
    `the JWT says that it ended ${seconds} s before the answer that it came in`,
  'token-b2b/expiry/jwt-unsigned': ({ algorithm }: { algorithm: string | undefined }) =>
    `the token is a JWT ${algorithm === undefined ? 'without alg' : `with alg ${algorithm}`}: anybody can make one`,
  'token-b2b/expiry/jwt-signature-empty': ({ algorithm }: { algorithm: string }) =>
    `the token is a JWT (${algorithm}) with an empty signature`,
};
