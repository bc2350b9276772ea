import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Policy } from '../../../schemas/generated/policy.js';
import type { Result } from '../../../schemas/generated/result.js';
import { shippedSuites } from '../../../src/api/shipped-suites.js';
import { type Acceptance, acceptResult } from '../../../src/results/acceptance/accept-result.js';
import { readPolicy } from '../../../src/results/acceptance/policy.js';
import { type RefusalCode, refusalCodes } from '../../../src/results/acceptance/refusal.js';
import { applyBaseline } from '../../../src/results/apply-baseline.js';
import { attest } from '../../../src/results/attestation.js';
import { mergeResults } from '../../../src/results/merge/merge-results.js';
import { loadSigningKey } from '../../../src/results/signing-key.js';
import { algorithms, keyPair } from '../keys.js';
import { ids } from '../results.js';
import { resultOfRun, withCheck, withTarget } from './real-results.js';

const folder = mkdtempSync(join(tmpdir(), 'snap-policy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [pair, other] = [keyPair(algorithms.Ed25519), keyPair(algorithms['EC P-256'])];
writeFileSync(join(folder, 'bank.pub'), pair.publicKey);
const signer = loadSigningKey(pair.privateKey);
const signedBy: Policy['signedBy'] = [{ name: 'Bank', publicKey: 'bank.pub' }];
const slow = 'token-b2b/expiry/honoured';
const day = 24 * 60 * 60 * 1000;

let whole: Result;
let faulty: Result;
beforeAll(async () => {
  whole = await resultOfRun();
  faulty = await resultOfRun({ faults: ['takes-epoch'] });
}, 300_000);

/** A policy that the result of a run fulfils, with changes. */
function policyFor(
  { targets }: Result,
  changes: Partial<Policy> = {},
  target: Partial<Policy['targets'][0]> = {},
): Policy {
  const baseUrl = targets[0]?.baseUrl ?? '';
  return {
    targets: [{ baseUrl, profile: 'snap-bi', services: ['token-b2b'], ...target }],
    requirements: { mayBeUntested: [slow] },
    depth: 'quick',
    maxAgeDays: 7,
    ...changes,
  };
}

interface Given {
  policy?: Partial<Policy>;
  target?: Partial<Policy['targets'][0]>;
  /** Days from the end of the run to now. */
  age?: number;
  attestation?: string;
}

const bytesOf = (result: Result) => Buffer.from(JSON.stringify(result));
const fileOf = (result: Result) => ({ bytes: bytesOf(result), file: 'result.json' });

function answerTo(
  result: Result,
  { policy, target, age = 0, attestation }: Given = {},
): Acceptance {
  const path = join(folder, 'policy.json');
  writeFileSync(path, JSON.stringify(policyFor(result, policy, target)));
  return acceptResult(fileOf(result), {
    policy: readPolicy(path),
    suites: shippedSuites(),
    attestation: attestation === undefined ? undefined : Buffer.from(attestation),
    now: Date.parse(result.run.finishedAt) + age * day,
  });
}

/** Results that are refused, each for one reason alone, and what is told of it. */
const refused: Partial<
  Record<RefusalCode, { what: RegExp; make: () => Promise<[Result, Given?]> | [Result, Given?] }[]>
> = {
  stale: [{ what: /7\.5 days ago, .* at most 7$/, make: () => [whole, { age: 7.5 }] }],
  'in-future': [{ what: /which is not past/, make: () => [whole, { age: -1 }] }],
  shallow: [
    { what: /is quick, .* standard$/, make: () => [whole, { policy: { depth: 'standard' } }] },
  ],
  interrupted: [
    {
      what: /1 was not reached/,
      make: () => {
        const cut = withCheck(whole, ids.epoch, (check) => ({
          ...{ ...check, outcome: 'untested', message: 'not reached' },
          notReached: true,
        }));
        return [{ ...cut, run: { ...cut.run, interrupted: true } }];
      },
    },
  ],
  recovered: [
    {
      what: /from its journal/,
      make: () => [{ ...whole, run: { ...whole.run, recovered: { checks: 404 } } }],
    },
  ],
  'other-version': [
    { what: /takes 9\.9\.9$/, make: () => [whole, { policy: { toolVersions: ['9.9.9'] } }] },
  ],
  'other-catalogue': [
    {
      what: /is sha256:2{64}, and not sha256:/,
      make: () => [
        { ...whole, run: { ...whole.run, catalogueDigest: `sha256:${'2'.repeat(64)}` } },
      ],
    },
  ],
  unsigned: [{ what: /one by Bank$/, make: () => [whole, { policy: { signedBy } }] }],
  'other-signer': [
    {
      what: /^the key [0-9a-f]{64} signed it, and the policy takes Bank$/,
      make: () => [
        whole,
        {
          policy: { signedBy },
          attestation: attest(fileOf(whole), loadSigningKey(other.privateKey)),
        },
      ],
    },
  ],
  'signature-invalid': [
    {
      // A failure that was turned into a pass, with the verdict that follows from it.
      what: /is not the file that was attested/,
      make: () => {
        const attestation = attest(fileOf(faulty), signer);
        const edited = withCheck(faulty, ids.epoch, (check) => ({ ...check, outcome: 'passed' }));
        return [edited, { policy: { signedBy }, attestation }];
      },
    },
    {
      what: /no envelope that names a key/,
      make: () => [whole, { policy: { signedBy }, attestation: 'nothing' }],
    },
  ],
  'verdict-changed': [
    {
      what: /is conformant by its outcomes, and stated to be inconclusive/,
      make: () => [
        { ...whole, targets: whole.targets.map((each) => ({ ...each, verdict: 'inconclusive' })) },
      ],
    },
  ],
  'level-changed': [
    {
      what: /1 requirement has another level/,
      make: () => [withCheck(whole, ids.epoch, (check) => ({ ...check, level: 'MAY' }))],
    },
  ],
  'other-target': [
    {
      what: /^https:\/\/other\.example\/snap was not tested; the result has http:/,
      make: () => [whole, { target: { baseUrl: 'https://other.example/snap' } }],
    },
  ],
  'other-role': [
    {
      what: /of a provider, .* a merchant$/,
      make: () => [whole, { target: { role: 'merchant' } }],
    },
  ],
  'other-profile': [
    { what: /snap-bi, .* doku$/, make: () => [whole, { target: { profile: 'doku' } }] },
  ],
  overridden: [
    {
      what: /other values than the policy's/,
      make: async () => [
        await resultOfRun({
          overrides: { 'token-b2b': { success: { expiresIn: { seconds: 600 } } } },
        }),
      ],
    },
  ],
  filtered: [
    {
      what: /requirements left out by --only token-b2b\/response\/\*$/,
      make: async () => [await resultOfRun({}, { only: ['token-b2b/response/*'] })],
    },
    {
      what: /requirements left out by --skip \*\/timestamp\/\*$/,
      make: async () => [await resultOfRun({}, { skip: ['*/timestamp/*'] })],
    },
  ],
  'shard-missing': [
    {
      what: /of 2 shards, it has 1$/,
      make: async () => {
        const result = await resultOfRun({}, { shard: { index: 1, count: 2 } });
        return [mergeResults([{ file: 'result.json', result }])];
      },
    },
  ],
  missing: [
    {
      what: /^1 requirement not in the result, though nothing left them out$/,
      make: () => [
        withTarget(whole, (target) => ({
          ...target,
          checks: target.checks.filter(({ id }) => id !== ids.epoch),
        })),
      ],
    },
  ],
  'control-refused': [
    {
      what: /^token-b2b: .*refused/,
      make: async () => [
        await resultOfRun({}, {}, (target) => ({
          ...target,
          client: { ...target.client, clientId: 'nobody' },
        })),
      ],
    },
  ],
  failed: [
    { what: /^1 requirement failed$/, make: () => [faulty] },
    {
      // The policy took it until a day that is over.
      what: /^1 requirement failed$/,
      make: () => [
        faulty,
        {
          policy: {
            knownFailures: [{ check: ids.epoch, reason: 'soon', until: '2020-01-31' }],
          },
        },
      ],
    },
  ],
  baselined: [
    {
      what: /^1 requirement failed, which the baseline of the run excuses/,
      make: () => [
        applyBaseline(
          faulty,
          { file: 'b.yaml', known: [{ target: 'bank', check: ids.epoch, reason: 'soon' }] },
          { strict: false },
        ),
      ],
    },
  ],
  undecided: [
    {
      what: /^1 requirement could not be judged$/,
      make: () => [
        withCheck(whole, ids.epoch, (check) => ({ ...check, outcome: 'cantTell', message: '503' })),
      ],
    },
  ],
  untested: [
    { what: /^1 requirement not tested$/, make: () => [whole, { policy: { requirements: {} } }] },
    {
      what: /^\d+ requirements not tested$/,
      make: () => [whole, { target: { services: ['token-b2b', 'token-b2b2c'] } }],
    },
  ],
  'nothing-passed': [
    {
      what: /^no requirement of token-b2b passed$/,
      make: () => [
        withTarget(whole, (target) => ({
          ...target,
          checks: target.checks.map((check) =>
            check.id.startsWith('token-b2b/') ? { ...check, outcome: 'inapplicable' } : check,
          ),
        })),
      ],
    },
  ],
};

describe('a result that a policy does not take is refused by its reason and no other', () => {
  const codes = Object.keys(refusalCodes) as RefusalCode[];
  test('every reason has a result', () => {
    expect(Object.keys(refused)).toEqual(codes);
  });

  const cases = codes.flatMap((code) =>
    (refused[code] ?? []).map(({ what, make }): [string, RegExp, typeof make] => [
      code,
      what,
      make,
    ]),
  );
  test.for(cases)('%s: %s', { timeout: 300_000 }, async ([code, what, make]) => {
    const [result, given] = await make();
    const { accepted, refusals } = answerTo(result, given);
    expect(refusals.map((each) => each.code)).toEqual([code]);
    expect(refusals[0]?.what).toMatch(what);
    expect(accepted).toBe(false);
  });
});

describe('a result that a policy takes is accepted', () => {
  test('whole and new', () => {
    const { accepted, refusals, targets, signedBy: by, notes } = answerTo(whole);
    expect(refusals).toEqual([]);
    expect(accepted).toBe(true);
    const [{ asked = 0, passed = 0, inapplicable = 0, notTested } = {}] = targets;
    expect(notTested).toEqual([slow]);
    expect(passed).toBeGreaterThan(80);
    expect(asked).toBe(passed + inapplicable + 1);
    expect(by).toBeUndefined();
    expect(notes).toEqual([
      expect.stringContaining('nothing shows whether the result was changed'),
    ]);
  });

  test('signed by a key of the policy, which is told to show nothing else', () => {
    const attestation = attest(fileOf(whole), signer);
    const answer = answerTo(whole, { policy: { signedBy }, attestation });
    expect(answer).toMatchObject({ accepted: true, signedBy: 'Bank' });
    expect(answer.notes.join()).toContain("which doesn't show that the run was honest");
  });

  test('with a failure that the policy lists, whether the run excused it or not', () => {
    const knownFailures: Policy['knownFailures'] = [{ check: ids.epoch, reason: 'release 12' }];
    const { accepted, targets } = answerTo(faulty, { policy: { knownFailures } });
    expect(accepted).toBe(true);
    expect(targets[0]?.knownFailures).toEqual([ids.epoch]);
  });

  test('with values that the policy has too', async () => {
    const overrides = { 'token-b2b': { success: { expiresIn: { seconds: 600 } } } };
    const result = await resultOfRun({ overrides });
    expect(answerTo(result, { target: { overrides } }).accepted).toBe(true);
  }, 120_000);

  test('filtered, if all that is asked for is there', async () => {
    const result = await resultOfRun({}, { only: ['token-b2b/*'] });
    expect(answerTo(result).accepted).toBe(true);
  }, 120_000);
});

test('all reasons are told at once', () => {
  const { refusals } = answerTo(faulty, {
    ...{ age: 30, policy: { depth: 'thorough', signedBy, requirements: {} } },
  });
  expect(refusals.map(({ code }) => code)).toEqual([
    ...['stale', 'shallow', 'unsigned', 'untested', 'failed'],
  ]);
});

test('a requirement that is asked for by name has to hold, whatever its level', () => {
  const result = withCheck(whole, ids.caching, (check) => ({ ...check, outcome: 'failed' }));
  expect(answerTo(result).accepted).toBe(true);
  const asked = answerTo(result, {
    policy: { requirements: { also: [ids.caching], mayBeUntested: [slow] } },
  });
  expect(asked.refusals).toMatchObject([{ code: 'failed', checks: [{ id: ids.caching }] }]);
  const should = answerTo(result, {
    policy: { requirements: { level: 'SHOULD', mayBeUntested: [slow] } },
  });
  expect(should.refusals.map(({ code }) => code)).toEqual(['failed']);
});
