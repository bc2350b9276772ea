import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { signTransactionRequest } from '../../../src/engine/signing/sign-request.js';
import { verifyTransaction } from '../../../src/engine/verify/verify-transaction.js';
import { testCredentials } from '../../support/sandbox-target.js';

const [{ clientSecret, privateKey, publicKey }] = await testCredentials();

test.for([
  ['HMAC-SHA512, Base64', { clientSecret, accessToken: 't0ken' }, { clientSecret }],
  ['SHA256withRSA, Base64', { privateKey }, { publicKeys: [publicKey] }],
] as const)('of several schemes the keys say which: %s', async ([algorithm, keys, proof]) => {
  const folder = mkdtempSync(join(tmpdir(), 'snap-scheme-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const profile = join(folder, 'own.yaml');
  writeFileSync(
    profile,
    'name: own\ntitle: Own\nextends: snap-bi\nservices: { transaction: { scheme: [symmetric, asymmetric] } }\n',
  );
  const call = { method: 'POST', path: '/v1.0/balance-inquiry', body: '{}', profile };
  const signed = await signTransactionRequest({ ...call, ...keys });
  expect(signed.algorithm).toBe(algorithm);
  const verified = await verifyTransaction({
    ...call,
    body: Buffer.from(call.body),
    ...proof,
    ...('accessToken' in keys && { accessToken: keys.accessToken }),
    timestamp: signed.headers['X-TIMESTAMP'] ?? '',
    signature: signed.headers['X-SIGNATURE'] ?? '',
  });
  expect(verified.holds).toBe(true);
});
