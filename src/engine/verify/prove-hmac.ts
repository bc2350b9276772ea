import { createHmac } from 'node:crypto';
import {
  type WrongTransactionRule,
  wrongTransactionRules,
} from '../request/wrong-transaction-rules.js';
import type { Prove } from './verification.js';

const rules: Record<'hmac-sha256' | 'hmac-sha1' | 'decoded-secret', WrongTransactionRule> =
  wrongTransactionRules;

/** The ways in which HMACs are known to be made of a client secret; none of the first is a mistake. */
function ways(secret: string): { algorithm: string; key: string | Buffer; mistakes: string[] }[] {
  return [
    { algorithm: 'sha512', key: secret, mistakes: [] },
    { algorithm: 'sha256', key: secret, mistakes: [rules['hmac-sha256'].says] },
    { algorithm: 'sha1', key: secret, mistakes: [rules['hmac-sha1'].says] },
    {
      algorithm: 'sha512',
      key: Buffer.from(secret, 'base64'),
      mistakes: [rules['decoded-secret'].says],
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

/** Holds a signature against texts, by the ways in which HMACs are known to be made. */
export function proveHmac(secret: string): (signature: Buffer) => Prove {
  const known = ways(secret);
  return (signature) => (text) =>
    known.find(({ algorithm, key }) =>
      createHmac(algorithm, key).update(text).digest().equals(signature),
    )?.mistakes;
}
