import { createHash, createHmac, sign } from 'node:crypto';
import { expect } from 'vitest';
import { testCredentials } from '../../support/sandbox-target.js';
import type { Scenario } from './scenario.js';
import type { Stage } from './stage.js';

const timestamp = '2026-03-19T11:46:16+07:00';
const secret = 'a-client-secret-of-this-page';
const token = 'an-access-token-of-this-page-0123456789';
const path = '/v1.0/balance-inquiry';

/** The two forms of a body that PHP makes: what is hashed, and what is sent. */
const escaped = '{"partnerReferenceNo":"A-1","note":"19\\/03\\/2026"}';
const plain = '{"partnerReferenceNo":"A-1","note":"19/03/2026"}';

/** The signature of a transaction, from the standard's text and not by the code that is shown. */
function transactionSignature(body: string, at = path): string {
  const hash = createHash('sha256').update(body).digest('hex');
  const text = ['POST', at, token, hash, timestamp].join(':');
  return createHmac('sha512', secret).update(text).digest('base64');
}

async function tokenSignature(textOf: (clientId: string) => string): Promise<[string, string]> {
  const [{ clientId, privateKey }] = await testCredentials();
  return [clientId, sign('sha256', Buffer.from(textOf(clientId)), privateKey).toString('base64')];
}

async function writePublicKey({ space }: Stage): Promise<void> {
  const [{ publicKey }] = await testCredentials();
  space.write('client-public.pem', String(publicKey.export({ type: 'spki', format: 'pem' })));
}

const transaction = (...more: string[]) => [
  ...['verify', 'transaction', '--client-secret-env', 'SNAP_CLIENT_SECRET'],
  ...['--access-token-env', 'SNAP_ACCESS_TOKEN', '--method', 'POST', '--path', path],
  ...['--body', 'body.json', '--timestamp', timestamp, '--signature', '$SIGNATURE', ...more],
];

/** Signatures that a provider refuses, and `verify` explains. */
export const signatures: Scenario[] = [
  {
    id: 'token-signature',
    play: async (stage) => {
      const [clientId, wrong] = await tokenSignature((id) => `${timestamp}|${id}`);
      await writePublicKey(stage);
      const words = (signature: string) => [
        ...['verify', 'token', '--public-key', 'client-public.pem', '--client-id', clientId],
        ...['--timestamp', timestamp, '--signature', signature],
      ];
      stage.show(wrong, '$SIGNATURE');
      await stage.says(1, words(wrong));
      const [, right] = await tokenSignature((id) => `${id}|${timestamp}`);
      expect((await stage.runs(words(right))).status).toBe(0);
    },
  },
  {
    id: 'body-hash',
    env: {
      SNAP_CLIENT_SECRET: secret,
      SNAP_ACCESS_TOKEN: token,
      SIGNATURE: transactionSignature(escaped),
      RIGHT: transactionSignature(plain),
    },
    play: async (stage) => {
      stage.space.write('body.json', plain);
      await stage.says(1, transaction());
      expect((await stage.runs(transaction('--signature', '$RIGHT'))).status).toBe(0);
    },
  },
  {
    id: 'gateway-path',
    env: {
      SNAP_CLIENT_SECRET: secret,
      SNAP_ACCESS_TOKEN: token,
      SIGNATURE: transactionSignature(plain, `/snap${path}`),
      RIGHT: transactionSignature(plain),
    },
    play: async (stage) => {
      stage.space.write('body.json', plain);
      const base = ['--base-url', 'https://api.bank.example/snap'];
      await stage.says(1, transaction(...base));
      expect((await stage.runs(transaction(...base, '--signature', '$RIGHT'))).status).toBe(0);
    },
  },
  {
    id: 'timestamp-form',
    play: async (stage) => {
      const [clientId, signature] = await tokenSignature((id) => `${id}|2026-03-19T04:46:16.120Z`);
      await writePublicKey(stage);
      stage.show(signature, '$SIGNATURE');
      // They are of now.
      const seconds = '2026-03-19T11:46:16';
      const forms = `the profile's: ${seconds}+07:00 or\n      ${seconds}.120+07:00`;
      stage.show(/the profile's: \S+ or\s+\S+/g, forms);
      stage.show(/is \d+ days(?: \d+ h)? behind/g, 'is 12 days 3 h behind');
      const words = ['verify', 'token', '--public-key', 'client-public.pem'];
      const given = ['--client-id', clientId, '--timestamp', '2026-03-19T04:46:16.120Z'];
      const said = await stage.says(0, [...words, ...given, '--signature', signature]);
      expect(said).toContain('But its timestamp');
    },
  },
];
