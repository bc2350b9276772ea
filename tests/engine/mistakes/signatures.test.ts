import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SignatureVerification } from '../../../src/engine/verify/verification.js';
import { verifyToken } from '../../../src/engine/verify/verify-token.js';
import { verifyTransaction } from '../../../src/engine/verify/verify-transaction.js';

/** A signature made by other means than ours: vectors/make.py says how. `SIGNATURES=all` tries all of them. */
interface Made {
  service: 'token' | 'transaction';
  scheme?: 'symmetric' | 'asymmetric';
  /** Name of the body that was sent. */
  body?: string;
  timestamp: string;
  signature: string;
}

interface Wrong extends Made {
  name: string;
  /** The ids of its mistakes; `a|b` where one thing has two names. */
  mistakes: string[];
  /** Other lists that say the same: other libraries write the same body. */
  or?: string[][];
}

const file = new URL('vectors/signatures.json', import.meta.url);
const { given, bodies, wrong, right, random } = JSON.parse(readFileSync(file, 'utf8')) as {
  given: Record<
    'clientId' | 'clientSecret' | 'accessToken' | 'path' | 'origin' | 'prefix',
    string
  > & {
    publicKeys: string[];
  };
  bodies: Record<string, string>;
  wrong: Wrong[];
  right: Made[];
  random: Made[];
};

const keys = given.publicKeys.map((pem) => createPublicKey(pem));
const { clientId, clientSecret, accessToken, path, origin, prefix } = given;

function verified({ service, scheme, body, ...sent }: Made, tries?: number): SignatureVerification {
  const known = { ...sent, clientId, clientSecret, ...(tries !== undefined && { tries }) };
  const [publicKey, ...otherKeys] = keys;
  if (service === 'token' && publicKey) return verifyToken({ ...known, publicKey, otherKeys });
  return verifyTransaction({
    ...known,
    ...{ accessToken, path, origin, prefix, method: 'POST', publicKeys: keys },
    ...(body !== undefined && { body: Buffer.from(bodies[body] ?? '') }),
    profile: scheme === 'asymmetric' ? 'faspay' : 'snap-bi',
  });
}

type Outcome = 'named' | 'unexplained' | { named: string[]; wanted: string[] };

/** Whether all mistakes were named, and no other; what else makes the same text counts, too. */
function outcomeOf({ name: _, mistakes, or = [], ...made }: Wrong): Outcome {
  const found = verified(made);
  const said = found.mistakes ?? found.likely;
  if (found.holds || !said) return 'unexplained';
  const ids = said.flatMap(({ id, alternatives = [] }) => [id, ...alternatives.map((a) => a.id)]);
  const isNamed = (wanted: string[]) =>
    said.length === wanted.length &&
    wanted.every((each) => each.split('|').some((id) => ids.includes(id as never)));
  return [mistakes, ...or].some(isNamed) ? 'named' : { named: ids, wanted: mistakes };
}

/** Three mistakes at once take a second each: every fourth of them is tried, or all if it is asked for. */
const tried = wrong.filter(
  ({ mistakes }, index) =>
    mistakes.length < 3 || index % 4 === 0 || process.env['SIGNATURES'] === 'all',
);
const groups = [...new Set(wrong.map(({ name }) => name.split('/')[0] ?? ''))];
const unexplained: string[] = [];
const patient = 300_000;

test('the set is large, and each of it says how it was made', () => {
  expect(wrong.length).toBeGreaterThan(600);
  expect(new Set(wrong.map(({ name }) => name)).size).toBe(wrong.length);
  expect(wrong.every((each) => 'how' in each)).toBe(true);
});

describe('wrong signatures: what is named is right', () => {
  test.for(groups)('%s', { timeout: patient }, (group) => {
    for (const each of tried.filter(({ name }) => name.startsWith(`${group}/`))) {
      const outcome = outcomeOf(each);
      if (outcome === 'unexplained') unexplained.push(each.name);
      else expect(outcome, each.name).toBe('named');
    }
  });

  test('at least 95 of 100 are explained, and each with a single mistake', () => {
    expect(unexplained.length / tried.length).toBeLessThan(0.05);
    expect(unexplained.filter((name) => !name.startsWith('together/'))).toEqual([]);
  });
});

test('right signatures hold', { timeout: patient }, () => {
  expect(right).toHaveLength(60);
  for (const each of right) expect(verified(each)).toMatchObject({ holds: true });
});

test('random signatures stay unexplained', { timeout: patient }, () => {
  expect(random).toHaveLength(60);
  for (const each of random) {
    const { holds, mistakes, findings = [] } = verified(each, 20_000);
    expect({ holds, mistakes }).toEqual({ holds: false, mistakes: undefined });
    expect(findings.length).toBeGreaterThan(0);
  }
});
