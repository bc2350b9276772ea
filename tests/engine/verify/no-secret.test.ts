import { createHash, createHmac, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { verificationText } from '../../../src/cli/verify/verification-text.js';
import {
  type TransactionSignature,
  verifyTransaction,
} from '../../../src/engine/verify/verify-transaction.js';

const secretCanary = randomBytes(15).toString('base64url');
const tokenCanary = randomBytes(15).toString('base64url');
const clientSecret = `S+${secretCanary}/"=`;
const accessToken = `eyJhbGciOiJSUzI1NiJ9.${randomBytes(40).toString('base64url')}${tokenCanary}.${randomBytes(40).toString('base64url')}${tokenCanary}`;
const body = Buffer.from(JSON.stringify({ token: accessToken, secret: clientSecret }));
const hash = createHash('sha256').update(body).digest('hex');
const request = {
  ...{ clientSecret, accessToken, body },
  method: 'POST',
  path: `/v1.0/list?token=${accessToken}`,
  timestamp: '2024-03-19T18:46:16+07:00',
  clientId: 'toko-1',
} satisfies Omit<TransactionSignature, 'signature'>;

const text = ({ path = request.path, token = accessToken, of = hash, more = '' }) =>
  `POST:${path}:${token}:${of}:${request.timestamp}${more}`;

/** Texts by which a canary would be recognised, whatever was done to it. */
function traces(canary: string): string[] {
  const base64 = [0, 1, 2].map((before) =>
    Buffer.concat([Buffer.alloc(before), Buffer.from(canary)])
      .toString('base64')
      .slice(4, 16),
  );
  return [canary, canary.toLowerCase(), canary.toUpperCase(), canary.slice(2, 14), ...base64];
}

describe('no secret is told, whatever was signed', () => {
  test.for([
    ['what is right', text({})],
    ['the token with Bearer', text({ token: `Bearer ${accessToken}` })],
    ['the token in lower case', text({ token: accessToken.toLowerCase() })],
    ['the token in Base64', text({ token: Buffer.from(accessToken).toString('base64') })],
    ['the token percent-encoded', text({ token: encodeURIComponent(accessToken) })],
    ['a part of the token', text({ token: accessToken.split('.')[2] ?? '' })],
    ['the secret for the token', text({ token: clientSecret })],
    ['the secret at the end', text({ more: `:${clientSecret}` })],
    ['the body itself', text({ of: body.toString() })],
    ['the path encoded', text({ path: encodeURIComponent(request.path) })],
    ['something else', 'something else'],
  ] as const)('%s', ([, signed]) => {
    const signature = createHmac('sha512', clientSecret).update(signed).digest('base64');
    const found = verifyTransaction({ ...request, signature, tries: 20_000 });
    expect(found.holds || found.mistakes !== undefined || signed === 'something else').toBe(true);
    for (const shown of [JSON.stringify(found), verificationText(found, 100)])
      for (const trace of [...traces(secretCanary), ...traces(tokenCanary)])
        expect(shown).not.toContain(trace);
  });
});
