import { createHmac } from 'node:crypto';
import { render } from '../../messages/render.js';
import {
  type WrongTransactionRule,
  wrongTransactionRules,
} from '../request/wrong-transaction-rules.js';
import type { Prove } from './verification.js';

const rules: Record<'hmac-sha256' | 'hmac-sha1' | 'decoded-secret', WrongTransactionRule> =
  wrongTransactionRules;

/** The ways in which clients are known to make HMACs with their secret; the first is correct. */
function ways(secret: string): { algorithm: string; key: string | Buffer; mistakes: string[] }[] {
  return [
    { algorithm: 'sha512', key: secret, mistakes: [] },
    { algorithm: 'sha256', key: secret, mistakes: [render(rules['hmac-sha256'].says)] },
    { algorithm: 'sha1', key: secret, mistakes: [render(rules['hmac-sha1'].says)] },
    {
      algorithm: 'sha512',
      key: Buffer.from(secret, 'base64'),
      mistakes: [render(rules['decoded-secret'].says)],
    },
    {
      algorithm: 'sha512',
      key: `${secret}\n`,
      mistakes: ['with the client secret and a newline after it'],
    },
    {
      algorithm: 'sha512',
      key: secret.trim(),
      mistakes: ['with the client secret without the white space around it'],
    },
  ];
}

/** Compares a signature with texts, in each way in which clients are known to make HMACs. */
export function proveHmac(secret: string): (signature: Buffer) => Prove {
  const known = ways(secret);
  return (signature) => (text) =>
    known.find(({ algorithm, key }) =>
      createHmac(algorithm, key).update(text).digest().equals(signature),
    )?.mistakes;
}
