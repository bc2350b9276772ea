import { constants, createHash, createHmac, sign } from 'node:crypto';
import { minify } from '../../protocol/minify.js';
import { type PathMode, signedPath } from '../../protocol/signed-path.js';
import { json as rendered } from './json-renderings.js';
import type { Signer } from './signer.js';
import type { TransactionDraft, TransactionSigning } from './transaction-draft.js';

/** A mistake that clients make when they sign a transaction, in words that their developers know. */
export interface WrongTransactionRule {
  /** Completes "signed …". */
  says: string;
  signing(
    right: TransactionSigning,
    signer: Signer,
    draft: TransactionDraft,
  ): Partial<TransactionSigning>;
}

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest();

/** Another hash of the body. */
function hashing(says: string, hash: (body: Buffer) => string): WrongTransactionRule {
  return { says, signing: () => ({ hash: (body) => hash(body ?? Buffer.alloc(0)) }) };
}

/** Another text of the body, hashed as documented. */
function over(says: string, text: (body: Buffer) => string | Buffer): WrongTransactionRule {
  return hashing(says, (body) => sha256(text(body)).toString('hex'));
}

/** Another rule for the query. */
function byMode(says: string, mode: PathMode): WrongTransactionRule {
  return { says, signing: () => ({ path: (target) => signedPath(target, mode) }) };
}

/** The known wrong rules of the transaction signature, by name. */
export const wrongTransactionRules = {
  'raw-body': over('over the raw body, not minified', (body) => body),
  'stripped-whitespace': over(
    'over the body without any white space, that within strings included',
    (body) => body.toString('utf8').replace(/\s+/g, ''),
  ),
  reserialised: over(
    'over the body parsed and written again, as JSON.stringify does',
    rendered.javascript,
  ),
  'escaped-slashes': over(
    'over the body parsed and written again with escaped slashes and \\u escapes, as PHP does by default',
    rendered.php,
  ),
  'empty-objects-as-arrays': over(
    'over the body read into PHP arrays and written again, its empty objects as []',
    rendered.phpArrays,
  ),
  'spaced-separators': over(
    'over the body parsed and written again with a space after comma and colon, as Python does by default',
    rendered.python,
  ),
  'sorted-members': over('over the body with its members sorted by name', rendered.sorted),
  'upper-case-hash': hashing('with the hash of the body in upper case', (body) =>
    sha256(minify(body)).toString('hex').toUpperCase(),
  ),
  'base64-hash': hashing('with the hash of the body in Base64', (body) =>
    sha256(minify(body)).toString('base64'),
  ),
  'double-hex-hash': hashing(
    'with the hexadecimal hash of the body hex-encoded once more',
    (body) => Buffer.from(sha256(minify(body)).toString('hex')).toString('hex'),
  ),
  'no-body-hash': hashing('with nothing in the place of the hash', () => ''),
  'empty-body-hash': over('with the hash of the empty text, as if there were no body', () => ''),
  'empty-object-hash': over('with the hash of {}, as if that were the body', () => '{}'),
  'path-without-prefix': {
    says: 'over the path without the prefix of the base URL',
    signing: (right, _, draft) => ({ path: () => right.path(draft.path) }),
  },
  'full-url': {
    says: 'over the whole URL with scheme and host, not the relative path',
    signing: (right, _, { origin }) => ({ path: (target) => `${origin}${right.path(target)}` }),
  },
  'lower-case-method': {
    says: 'with the method in lower case',
    signing: (right) => ({
      stringToSign: (parts) => right.stringToSign({ ...parts, method: parts.method.toLowerCase() }),
    }),
  },
  'bearer-kept': {
    says: 'with "Bearer " left before the token',
    signing: (right) => ({
      token: (accessToken) => {
        const token = right.token(accessToken);
        return token === undefined ? undefined : `Bearer ${token}`;
      },
    }),
  },
  'without-token': { says: 'without the token', signing: () => ({ token: () => undefined }) },
  'with-token': {
    says: 'with the token, which this scheme leaves out',
    signing: () => ({ token: (accessToken) => accessToken }),
  },
  'without-timestamp': {
    says: 'without the timestamp',
    signing: (right) => ({
      stringToSign: (parts) => right.stringToSign({ ...parts, timestamp: '' }).replace(/:$/, ''),
    }),
  },
  'with-query': byMode('with the query as sent in the path', 'with-query'),
  'no-query': byMode('without the query in the path', 'no-query'),
  'sorted-query': byMode('with the query sorted in the path', 'sorted-query'),
  hex: {
    says: 'in hex instead of Base64',
    signing: () => ({ encode: (bytes) => bytes.toString('hex') }),
  },
  base64: {
    says: 'in Base64 instead of hex',
    signing: () => ({ encode: (bytes) => bytes.toString('base64') }),
  },
  base64url: {
    says: 'in Base64url',
    signing: () => ({ encode: (bytes) => bytes.toString('base64url') }),
  },
  'hmac-sha256': hmac('with HMAC-SHA256', 'sha256'),
  'hmac-sha1': hmac('with HMAC-SHA1', 'sha1'),
  'decoded-secret': hmac('with the client secret decoded from Base64', 'sha512', (secret) =>
    Buffer.from(secret, 'base64'),
  ),
  rsa: {
    says: 'with SHA256withRSA and the private key',
    signing: (_, { key }) => ({ sign: (text) => sign('sha256', Buffer.from(text), key) }),
  },
  'rsa-sha1': {
    says: 'with SHA1withRSA',
    signing: (_, { key }) => ({ sign: (text) => sign('RSA-SHA1', Buffer.from(text), key) }),
  },
  'rsa-sha512': {
    says: 'with SHA512withRSA',
    signing: (_, { key }) => ({ sign: (text) => sign('RSA-SHA512', Buffer.from(text), key) }),
  },
  pss: {
    says: 'with RSASSA-PSS',
    signing: (_, { key }) => ({
      sign: (text) =>
        sign('sha256', Buffer.from(text), {
          key,
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: 32,
        }),
    }),
  },
  'hmac-sha512': hmac('with HMAC-SHA512 and the client secret', 'sha512'),
} satisfies Record<string, WrongTransactionRule>;

export type WrongTransactionRuleName = keyof typeof wrongTransactionRules;

function hmac(
  says: string,
  digest: string,
  keyOf: (secret: string) => string | Buffer = (secret) => secret,
): WrongTransactionRule {
  return {
    says,
    signing: (_, { clientSecret = '' }) => ({
      sign: (text) => createHmac(digest, keyOf(clientSecret)).update(text).digest(),
    }),
  };
}
