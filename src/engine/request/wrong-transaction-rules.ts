import { constants, createHash, createHmac, sign } from 'node:crypto';
import { type Message, say } from '../../messages/message.js';
import type { Delimiter } from '../../protocol/delimiter.js';
import { type MinifyRule, minify } from '../../protocol/minify.js';
import type { PathMode } from '../../protocol/signed-path.js';
import { transactionStringToSign } from '../../protocol/transaction-string-to-sign.js';
import { json as rendered } from './json-renderings.js';
import type { Signer } from './signer.js';
import type { TransactionDraft, TransactionSigning } from './transaction-draft.js';
import { onTwelveHourClock } from './twelve-hour-clock.js';

/** A mistake that clients make when they sign a transaction. */
export interface WrongTransactionRule {
  /** Completes "signed …". */
  says: Message;
  signing(
    right: TransactionSigning,
    signer: Signer,
    draft: TransactionDraft,
  ): Partial<TransactionSigning>;
}

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest();

/** The documented hash of the body, written in another way. */
function rewritingHash(says: Message, rewrite: (hash: string) => string): WrongTransactionRule {
  return { says, signing: (right) => ({ hash: (body) => rewrite(right.hash(body)) }) };
}

/** Another text of the body, hashed as documented. */
function over(says: Message, text: (body: Buffer) => string | Buffer): WrongTransactionRule {
  const hash = (body = Buffer.alloc(0)) => sha256(text(body)).toString('hex');
  return { says, signing: () => ({ hash }) };
}

/** What other documents hash. */
function minifiedBy(says: Message, rule: MinifyRule): WrongTransactionRule {
  return over(says, (body) => minify(body, rule));
}

/** Other delimiters than the documented one. */
function delimited(says: Message, delimiter: Delimiter): WrongTransactionRule {
  return {
    says,
    signing: () => ({ stringToSign: (parts) => transactionStringToSign(parts, delimiter) }),
  };
}

/** Another rule for the query. */
function byMode(says: Message, mode: PathMode): WrongTransactionRule {
  return {
    says,
    signing: (right) => ({ path: (target) => right.path(target, mode) }),
  };
}

/** Without its percent escapes; what can't be decoded stays as it is. */
function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** The known wrong rules of the transaction signature, by name. */
export const wrongTransactionRules = {
  minified: minifiedBy(say('signing/rules/minified'), 'standard'),
  'raw-body': minifiedBy(say('signing/rules/raw-body'), 'raw'),
  'stripped-whitespace': minifiedBy(say('signing/rules/stripped-whitespace'), 'all-white-space'),
  reserialised: over(say('signing/rules/reserialised'), rendered.javascript),
  'escaped-slashes': over(say('signing/rules/escaped-slashes'), rendered.php),
  'empty-objects-as-arrays': over(say('signing/rules/empty-objects-as-arrays'), rendered.phpArrays),
  'spaced-separators': over(say('signing/rules/spaced-separators'), rendered.python),
  'sorted-members': over(say('signing/rules/sorted-members'), rendered.sorted),
  'upper-case-hash': rewritingHash(say('signing/rules/upper-case-hash'), (hash) =>
    hash.toUpperCase(),
  ),
  'base64-hash': rewritingHash(say('signing/rules/base64-hash'), (hash) =>
    Buffer.from(hash, 'hex').toString('base64'),
  ),
  'double-hex-hash': rewritingHash(say('signing/rules/double-hex-hash'), (hash) =>
    Buffer.from(hash).toString('hex'),
  ),
  'no-body-hash': rewritingHash(say('signing/rules/no-body-hash'), () => ''),
  'empty-body-hash': over(say('signing/rules/empty-body-hash'), () => ''),
  'empty-object-hash': over(say('signing/rules/empty-object-hash'), () => '{}'),
  'path-without-prefix': {
    says: say('signing/rules/path-without-prefix'),
    signing: (right, _, draft) => ({ path: () => right.path(draft.path) }),
  },
  'whole-path': {
    says: say('signing/rules/whole-path'),
    signing: () => ({ path: (target) => target }),
  },
  'full-url': {
    says: say('signing/rules/full-url'),
    signing: (right, _, { origin }) => ({ path: (target) => `${origin}${right.path(target)}` }),
  },
  'decoded-url': {
    says: say('signing/rules/decoded-url'),
    signing: (right) => ({ path: (target) => decoded(right.path(target)) }),
  },
  'lower-case-method': {
    says: say('signing/rules/lower-case-method'),
    signing: (right) => ({
      stringToSign: (parts) => right.stringToSign({ ...parts, method: parts.method.toLowerCase() }),
    }),
  },
  'bearer-kept': {
    says: say('signing/rules/bearer-kept'),
    signing: (right) => ({
      token: (accessToken) => {
        const token = right.token(accessToken);
        return token === undefined ? undefined : `Bearer ${token}`;
      },
    }),
  },
  'without-token': {
    says: say('signing/rules/without-token'),
    signing: () => ({ token: () => undefined }),
  },
  'with-token': {
    says: say('signing/rules/with-token'),
    signing: () => ({ token: (accessToken) => accessToken }),
  },
  'without-timestamp': {
    says: say('signing/rules/without-timestamp'),
    signing: (right) => ({
      stringToSign: (parts) => {
        const text = right.stringToSign({ ...parts, timestamp: '' });
        return text.slice(0, text.length - right.delimiter.length);
      },
    }),
  },
  'twelve-hour-clock': {
    says: say('signing/rules/twelve-hour-clock'),
    signing: (right) => ({
      stringToSign: (parts) =>
        right.stringToSign({ ...parts, timestamp: onTwelveHourClock(parts.timestamp) }),
    }),
  },
  'colon-delimiter': delimited(say('signing/rules/colon-delimiter'), ':'),
  'pipe-delimiter': delimited(say('signing/rules/pipe-delimiter'), '|'),
  'no-delimiter': delimited(say('signing/rules/no-delimiter'), 'none'),
  'with-query': byMode(say('signing/rules/with-query'), 'with-query'),
  'no-query': byMode(say('signing/rules/no-query'), 'no-query'),
  'sorted-query': byMode(say('signing/rules/sorted-query'), 'sorted-query'),
  hex: {
    says: say('signing/rules/hex-for-base64'),
    signing: () => ({ encode: (bytes) => bytes.toString('hex') }),
  },
  base64: {
    says: say('signing/rules/base64-for-hex'),
    signing: () => ({ encode: (bytes) => bytes.toString('base64') }),
  },
  base64url: {
    says: say('signing/rules/base64url'),
    signing: () => ({ encode: (bytes) => bytes.toString('base64url') }),
  },
  'hmac-sha256': hmac(say('signing/rules/algorithm', { algorithm: 'HMAC-SHA256' }), 'sha256'),
  'hmac-sha1': hmac(say('signing/rules/algorithm', { algorithm: 'HMAC-SHA1' }), 'sha1'),
  'decoded-secret': hmac(say('signing/rules/decoded-secret'), 'sha512', (secret) =>
    Buffer.from(secret, 'base64'),
  ),
  rsa: {
    says: say('signing/rules/private-key'),
    signing: (_, { key }) => ({ sign: (text) => sign('sha256', Buffer.from(text), key) }),
  },
  'rsa-sha1': {
    says: say('signing/rules/algorithm', { algorithm: 'SHA1withRSA' }),
    signing: (_, { key }) => ({ sign: (text) => sign('RSA-SHA1', Buffer.from(text), key) }),
  },
  'rsa-sha512': {
    says: say('signing/rules/algorithm', { algorithm: 'SHA512withRSA' }),
    signing: (_, { key }) => ({ sign: (text) => sign('RSA-SHA512', Buffer.from(text), key) }),
  },
  pss: {
    says: say('signing/rules/algorithm', { algorithm: 'RSASSA-PSS' }),
    signing: (_, { key }) => ({
      sign: (text) =>
        sign('sha256', Buffer.from(text), {
          key,
          padding: constants.RSA_PKCS1_PSS_PADDING,
          saltLength: 32,
        }),
    }),
  },
  'hmac-sha512': hmac(say('signing/rules/hmac-with-secret'), 'sha512'),
} satisfies Record<string, WrongTransactionRule>;

export type WrongTransactionRuleName = keyof typeof wrongTransactionRules;

function hmac(
  says: Message,
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
