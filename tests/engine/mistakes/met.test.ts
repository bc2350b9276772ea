import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SignatureVerification } from '../../../src/engine/verify/verification.js';
import { verifyToken } from '../../../src/engine/verify/verify-token.js';
import { verifyTransaction } from '../../../src/engine/verify/verify-transaction.js';

/** Signatures after those that people met: met.json. */
interface TokenCase {
  name: string;
  publicKey: string;
  clientId: string;
  timestamp: string;
  signature: string;
  clientSecret?: string;
}

interface TransactionCase {
  name: string;
  method: string;
  path: string;
  timestamp: string;
  signature: string;
  clientSecret: string;
  accessToken: string;
  body: string;
}

interface Expected {
  mistakes: string[];
}

const { publicKeys, holding, token, transaction } = JSON.parse(
  readFileSync(new URL('met.json', import.meta.url), 'utf8'),
) as {
  publicKeys: Record<string, string>;
  holding: TokenCase[];
  token: (TokenCase & Expected)[];
  transaction: (TransactionCase & Expected)[];
};

const keyOf = (name: string) => createPublicKey(publicKeys[name] ?? '');

/** The ids that are named: one of each group of those that make the same text. */
const idsOf = ({ mistakes = [] }: SignatureVerification) =>
  mistakes.map(({ id, alternatives = [] }) => [id, ...alternatives.map((each) => each.id)]);

function expectNamed(found: SignatureVerification, wanted: readonly string[]): void {
  expect(found.holds).toBe(false);
  const named = idsOf(found);
  expect(named, found.explanation).toHaveLength(wanted.length);
  for (const id of wanted) expect(named.flat()).toContain(id);
}

describe('another timestamp or another text was signed', () => {
  test.for(token)('$name', ({ publicKey, mistakes, ...given }) => {
    expectNamed(verifyToken({ ...given, publicKey: keyOf(publicKey) }), mistakes);
  });
});

describe('the hash was made over what another JSON writer wrote', () => {
  test.for(transaction)('$name', ({ body, mistakes, ...given }) => {
    const sent = { ...given, body: Buffer.from(body), origin: 'https://api.bank.example' };
    expectNamed(verifyTransaction({ ...sent, prefix: '/prefix' }), mistakes);
  });
});

describe('the signature holds, and the timestamp is another matter', () => {
  const now = Date.parse('2026-11-30T20:00:10+07:00');
  test.for([
    ['nocolon-both', 'the offset lacks its colon: +0700'],
    ['micro-py', 'the fraction has 6 digits'],
    ['weekyear-both', 'the pattern YYYY prints the year that the week belongs to'],
    ['utc-labelled7', 'the digits are those of UTC, labelled +07:00'],
  ] as const)('%s', ([name, said]) => {
    const found = holding.find((each) => each.name === name);
    if (!found) throw new Error(`no case ${name}`);
    const { publicKey, ...given } = found;
    const verification = verifyToken({ ...given, publicKey: keyOf(publicKey), now });
    expect(verification.holds).toBe(true);
    expect(verification.timestamp?.join('\n')).toContain(said);
  });
});
