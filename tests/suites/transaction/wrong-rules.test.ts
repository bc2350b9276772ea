import { sign } from 'node:crypto';
import { expect, test } from 'vitest';
import type { CheckResult, TargetResult } from '../../../schemas/generated/result.js';
import type { TargetPlan } from '../../../src/engine/plan/plan.js';
import { run } from '../../../src/engine/run/run.js';
import { idsOf } from '../../proof/prove.js';
import { freezeDate, morning } from '../../support/frozen-date.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';
import {
  type Called,
  hmac,
  parts,
  sha256,
  transactionServer,
} from '../../support/transaction-server.js';

/** What the area's checks, or some of them, find of each target. */
async function find(targets: TargetPlan[], only = ['*']): Promise<TargetResult[]> {
  const result = await run(
    planOf(targets, { only: only.map((name) => `transaction/signature/${name}`) }),
  );
  expect(result.targets).toHaveLength(targets.length);
  return result.targets;
}

function checkOf({ checks }: TargetResult, name: string): CheckResult {
  const found = checks.find(({ id }) => id === `transaction/signature/${name}`);
  if (!found) throw new Error(`no check ${name} was run`);
  return found;
}

/** What the checks say of sandboxes with one fault each, in the order of the pairs. */
async function findFaults(
  pairs: readonly (readonly [fault: string, check: string, says: string])[],
) {
  const started = await Promise.all(
    pairs.map(([fault], at) =>
      startSandboxTarget(`${fault} ${at}`, {
        faults: [`transaction-${fault}`],
        transaction: true,
      }),
    ),
  );
  const checks = [...new Set(pairs.map(([, check]) => check))];
  const found = await find(
    started.map(({ target }) => target),
    checks,
  );
  await Promise.all(started.map(({ sandbox }) => sandbox.close()));
  return pairs.map(([fault, check, says], at) => ({
    fault,
    says,
    check: checkOf(found[at] as TargetResult, check),
  }));
}

type Parts = ReturnType<typeof parts>;

/** Signs other parts, otherwise as documented. */
const over =
  (change: (called: Called) => Partial<Parts>) =>
  (called: Called): string => {
    const all = { ...parts(called), ...change(called) };
    return hmac(
      called.clientSecret,
      [all.method, all.target, all.token, all.hash, all.timestamp].join(':'),
    );
  };

const documented = (called: Called) => Object.values(parts(called)).join(':');

/** Rules under which every request is refused that the document calls right, and that are tried by every run. */
const instead: [says: string, sign: (called: Called) => string][] = [
  [
    'over the path without the prefix of the base URL',
    over(({ target }) => ({ target: target.replace('/snap', '') })),
  ],
  [
    'with a pipe for the delimiter',
    (called) => hmac(called.clientSecret, Object.values(parts(called)).join('|')),
  ],
  [
    'without the token',
    (called) => hmac(called.clientSecret, documented(called).replace(`:${called.token}`, '')),
  ],
  [
    'with the private key, where this scheme signs with HMAC-SHA512',
    (called) =>
      sign('sha256', Buffer.from(documented(called)), called.privateKey).toString('base64'),
  ],
];

test('a service that never takes a call is not held for a target that locks its client', async () => {
  const target = await transactionServer('never', { sign: () => 'nobody signs so' });
  const { services, ...profile } = target.profile;
  const { transaction } = services;
  // Its control comes in each of two forms, and again: more refusals in a row than a target in good health has.
  const timestamp = {
    ...transaction.timestamp,
    ...{ alternatives: true, accept: ['offset', 'utc', 'offset-millis'] },
  } as typeof transaction.timestamp;
  const { targets } = await run(
    planOf(
      [
        {
          ...target,
          // One after the other: a token is given before the first call, and none between the calls.
          limits: { ...target.limits, concurrency: 1 },
          profile: {
            ...profile,
            services: { ...services, transaction: { ...transaction, timestamp } },
          },
        },
      ],
      { only: ['token-b2b/signature/accepts-valid', 'transaction/signature/accepts-valid'] },
    ),
  );
  expect(targets[0]?.controls?.['transaction']?.message).toContain('rules tried and ruled out');
  expect(targets[0]?.notes).toEqual([]);
});

test('a rarer wrong rule is left to doctor --deep', async () => {
  freezeDate(morning);
  const rare = over(({ body }) => ({ hash: Buffer.from(sha256(body)).toString('hex') }));
  const [found] = await find([await transactionServer('rare', { sign: rare })]);
  expect(found?.verdict).toBe('inconclusive');
  expect(found?.controls?.['transaction']?.message).toMatch(
    /; 10 rules tried and ruled out; doctor --deep tries up to \d+ more$/,
  );
});

test('a target that follows a wrong rule throughout is told which', async () => {
  const targets = await Promise.all(
    instead.map(([says, rule]) => transactionServer(says, { sign: rule }, { prefix: '/snap' })),
  );
  for (const found of await find(targets)) {
    expect(idsOf(found, 'failed'), found.name).toEqual(['transaction/signature/accepts-valid']);
    expect(checkOf(found, 'accepts-valid').message).toContain(
      `it was carried out for a request signed ${found.name}: the target follows another rule`,
    );
    // Nothing else can be told of a target whose valid request is another one.
    expect(found.summary.passed).toBe(0);
    expect(idsOf(found, 'cantTell')).toEqual([]);
  }
});

/** Faults that show only on some bodies, the check that fails, and the words for their rule. */
const onSome: [fault: string, check: string, says: string][] = [
  [
    'strips-all-whitespace',
    'accepts-spaces-in-strings',
    'over the body without any white space, that within strings included',
  ],
  ['hashes-raw-body', 'accepts-pretty-body', 'over the raw body, not minified'],
  ['decodes-query', 'accepts-query', 'over the URL with its percent escapes decoded'],
  [
    'reserialises-as-javascript',
    'accepts-number-spellings',
    'over the body parsed and written again, as JSON.stringify does',
  ],
  [
    'reserialises-as-php',
    'accepts-escapes',
    'over the body parsed and written again with escaped slashes and \\u escapes, as PHP does by default',
  ],
  [
    'reserialises-as-php',
    'accepts-nested-empties',
    // What PHP makes of its arrays is the same text here.
    'over the body with its empty objects as []',
  ],
  ['sorts-members', 'accepts-member-order', 'over the body with its members sorted by name'],
  ['drops-query', 'accepts-query', 'without the query in the path'],
];

test('a target that follows a wrong rule for some requests is told which', async () => {
  for (const { fault, says, check } of await findFaults(onSome)) {
    expect(check.outcome, fault).toBe('failed');
    expect(check.message).toContain(
      `it was carried out when signed ${says}: the target follows that rule instead`,
    );
    // The control, the probe, the control again, and the probe signed by the wrong rule.
    expect(check.exchanges).toHaveLength(4);
  }
});

/** Faults that accept a wrong signature besides the right one, the check that fails, and the words for it. */
const besides: [fault: string, check: string, says: string][] = [
  ['takes-upper-case-hash', 'refuses-upper-case-hash', 'with the hash of the body in upper case'],
  ['takes-python-bodies', 'refuses-reserialised-body', 'as Python does by default'],
  [
    'letter-case-aside',
    'refuses-letter-case-change',
    'the letter case of one letter of the signature was changed',
  ],
  ['takes-decoded-secret', 'refuses-decoded-secret', 'the client secret decoded from Base64'],
];

test('a target that takes a wrong signature too is told which', async () => {
  for (const { fault, says, check } of await findFaults(besides)) {
    expect(check.outcome, fault).toBe('failed');
    expect(check.message).toContain('it was carried out');
    expect(check.message).toContain(says);
  }
});

const right = over(() => ({}));

test('what a target refuses for itself is not put down to the signature', async () => {
  const numbers = 'accepts-number-spellings';
  const [digits, all, member, query] = await find(
    await Promise.all([
      transactionServer('long integers', {
        sign: right,
        refuses: ({ body }) => /[0-9]{19}/.test(body),
      }),
      transactionServer('each spelling of a number', {
        sign: right,
        refuses: ({ body }) => /:(?!1\})[-0-9]/.test(body),
      }),
      transactionServer('members that it does not know', {
        sign: right,
        refuses: ({ body }) => body.includes('snapConformance'),
      }),
      transactionServer('every query', {
        sign: right,
        refuses: (called) => called.target.includes('?'),
      }),
    ]),
    [numbers, 'accepts-query', 'refuses-changed-query'],
  );
  if (!digits || !all || !member || !query) throw new Error('four targets were run');
  expect(checkOf(digits, numbers).outcome).toBe('passed');
  expect(checkOf(digits, numbers).message).toMatch(
    /^\d+ variations were accepted, \d+ refused for another reason than the signature \(HTTP 400 4001101/,
  );
  expect(checkOf(all, numbers).outcome).toBe('untested');
  expect(checkOf(all, numbers).message).toContain('all 20 variations were refused for another');
  expect(checkOf(member, numbers).outcome).toBe('untested');
  expect(checkOf(member, numbers).message).toContain(
    'the target already refuses what the probes build on',
  );
  for (const name of ['accepts-query', 'refuses-changed-query']) {
    expect(checkOf(query, name).outcome).toBe('untested');
    expect(checkOf(query, name).message).toContain('the path has the query');
  }
});
