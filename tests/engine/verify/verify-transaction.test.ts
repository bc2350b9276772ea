import { createHmac, type KeyObject, sign } from 'node:crypto';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { loadProfile } from '../../../src/engine/profile/profile.js';
import { Signer } from '../../../src/engine/request/signer.js';
import {
  composeTransaction,
  type TransactionDraft,
  type TransactionSigning,
  transactionSigning,
} from '../../../src/engine/request/transaction-draft.js';
import {
  type WrongTransactionRule,
  wrongTransactionRules,
} from '../../../src/engine/request/wrong-transaction-rules.js';
import {
  type TransactionSignature,
  verifyTransaction,
} from '../../../src/engine/verify/verify-transaction.js';
import { render } from '../../../src/messages/render.js';
import { loadPublicKey } from '../../../src/protocol/keys.js';
import { samples, vector } from '../../protocol/published-vectors.js';
import { testCredentials } from '../../support/sandbox-target.js';

/** Every rule makes another text of this one: spaces, a slash, escapes in URL and body, an empty object, unsorted members. */
const body = Buffer.from('{ "z": "a/b é", "empty": {}, "a": [1.0, 2] , "s": "x y"}');
const request = {
  method: 'POST',
  path: '/snap/v1.0/list?b=2%2F&a=1',
  body,
  accessToken: 'an-access-token-of-some-length',
  timestamp: '2024-03-19T18:46:16+07:00',
  origin: 'https://sandbox.example',
};
// Base64 of some bytes, so that decoding it makes a difference.
const clientSecret = Buffer.from('the client secret').toString('base64');
let signer: Signer;
let publicKey: KeyObject;

beforeAll(async () => {
  const [client] = await testCredentials();
  signer = new Signer({ ...client, clientSecret });
  ({ publicKey } = client);
});

/** X-SIGNATURE of the request, with the steps of a rule instead of the documented ones. */
async function signature(profile: string, rule?: WrongTransactionRule): Promise<string> {
  const right = transactionSigning(loadProfile(profile, '.').services.transaction, signer);
  const draft: TransactionDraft = {
    ...request,
    path: request.path.slice('/snap'.length),
    prefix: '/snap',
    contentType: 'application/json',
    chunked: false,
    customerHeaders: [],
    externalId: '1',
    headers: [],
    signing: right,
  };
  const changed: Partial<TransactionSigning> = rule?.signing(right, signer, draft) ?? {};
  const { headers } = await composeTransaction({ ...draft, signing: { ...right, ...changed } });
  return Object.fromEntries(headers)['X-SIGNATURE'] ?? '';
}

const symmetric = (text: string, changes: Partial<TransactionSignature> = {}) =>
  verifyTransaction({ clientSecret, ...request, signature: text, ...changes });
const asymmetric = (text: string) =>
  verifyTransaction({ publicKeys: [publicKey], ...request, signature: text, profile: 'faspay' });

const rules = Object.entries<WrongTransactionRule>(wrongTransactionRules);

describe('the symmetric signature', () => {
  it('holds, and shows the access token shortened', async () => {
    const { holds, stringToSign } = await symmetric(await signature('snap-bi'));
    expect(holds).toBe(true);
    expect(stringToSign).toContain(':an-acc…ngth:');
    expect(stringToSign).not.toContain(request.accessToken);
  });

  it('holds for the sample that a provider publishes', async () => {
    const { method, path, accessToken, timestamp, signatureBase64, ...given } = vector('M3');
    const asked = {
      clientSecret: given.clientSecret,
      ...{ method, path, accessToken, timestamp, signature: signatureBase64 },
      body: Buffer.from(given.body),
      profile: 'midtrans',
    };
    expect(await verifyTransaction(asked)).toMatchObject({ holds: true });
    const another = await verifyTransaction({ ...asked, path: `${path}/` });
    expect(another.holds).toBe(false);
  });

  // Rules of the other schemes, and those that are this one's own under snap-bi.
  const foreign = [
    ...['with-token', 'with-query', 'rsa', 'rsa-sha1', 'rsa-sha512', 'pss', 'hmac-sha512'],
    ...['base64', 'minified', 'whole-path', 'colon-delimiter'],
  ];
  test.for(rules.filter(([name]) => !foreign.includes(name)))(
    'by a wrong rule: the rule is named: %s',
    async ([, rule]) => {
      const { holds, explanation } = await symmetric(await signature('snap-bi', rule));
      expect(holds).toBe(false);
      expect(explanation).toBe(`signed ${render(rule.says)}`);
    },
  );

  test('with a newline of a file after the secret is named', async () => {
    const right = await symmetric(await signature('snap-bi'));
    const text = right.stringToSign.replace('an-acc…ngth', request.accessToken);
    const made = createHmac('sha512', `${clientSecret}\n`).update(text).digest('base64');
    expect((await symmetric(made)).explanation).toContain(
      'with a line end after the client secret',
    );
  });

  test('with milliseconds that were not sent is named', async () => {
    const right = await symmetric(await signature('snap-bi'));
    const text = right.stringToSign
      .replace('an-acc…ngth', request.accessToken)
      .replace('16+07:00', '16.123+07:00');
    const made = createHmac('sha512', clientSecret).update(text).digest('base64');
    expect((await symmetric(made)).explanation).toContain(
      'with a fraction of the second, sent without it',
    );
  });

  test.for([
    [
      Buffer.alloc(64).toString('base64'),
      'with another secret, or over a text that no known mistake makes',
    ],
    [Buffer.alloc(256).toString('base64'), 'as RSA with a key of 2048 bits gives'],
    [Buffer.alloc(10).toString('base64'), '10 bytes, and a right one has 64'],
    ['?', 'is not Base64'],
  ] as const)('that nothing explains is described: %s', async ([text, says]) => {
    const { holds, explanation } = await symmetric(text);
    expect(holds).toBe(false);
    expect(explanation).toContain(says);
    expect(explanation).not.toContain(clientSecret);
  });
});

describe('the asymmetric signature', () => {
  it('holds', async () => {
    expect(await asymmetric(await signature('faspay'))).toMatchObject({ holds: true });
  });

  it('holds for the sample that a provider publishes', async () => {
    const { key } = loadPublicKey(samples.keys['midtrans-sample'].public);
    const { method, path, timestamp, signatureBase64, body } = vector('M5');
    const given = {
      publicKeys: [key],
      ...{ method, path, timestamp, signature: signatureBase64, profile: 'faspay' },
      body: Buffer.from(body),
    };
    expect(await verifyTransaction(given)).toMatchObject({ holds: true });
  });

  test.for(
    rules.filter(([name]) =>
      ['raw-body', 'with-token', 'rsa-sha1', 'hex', 'path-without-prefix'].includes(name),
    ),
  )('by a wrong rule: the rule is named: %s', async ([, rule]) => {
    const { holds, explanation } = await asymmetric(await signature('faspay', rule));
    expect(holds).toBe(false);
    expect(explanation).toBe(`signed ${render(rule.says)}`);
  });

  it('over something else is described as that', async () => {
    const made = sign('sha256', Buffer.from('something else'), signer.key).toString('base64');
    expect((await asymmetric(made)).explanation).toContain('made by the private half of this key');
  });
});
