import { describe, expect, test } from 'vitest';
import type { Result, TargetResult } from '../../schemas/generated/result.js';
import { attest, verifyAttestation } from '../../src/results/attestation.js';
import { openEnvelope, sealEnvelope } from '../../src/results/envelope.js';
import { loadSigningKey, loadVerificationKey } from '../../src/results/signing-key.js';
import { statementOf, type TestResultStatement } from '../../src/results/statement.js';
import { rich } from '../reports/fixtures/result.js';
import { algorithms, keyPair } from './keys.js';
import { ids, outcomeOf, resultOf, targetOf } from './results.js';

const pair = keyPair(algorithms.Ed25519);
const signer = loadSigningKey(pair.privateKey);
const verifier = loadVerificationKey(pair.publicKey);
const fileOf = (result: Result) => ({
  bytes: Buffer.from(JSON.stringify(result)),
  file: 'result.json',
});
const word = (result: Result) => statementOf(result, Buffer.from('')).predicate.result;

const known = { reason: 'why' };
const passing = targetOf('bank', [outcomeOf(ids.epoch, 'passed')]);
const warned = targetOf('shop', [
  outcomeOf(ids.epoch, 'passed'),
  outcomeOf(ids.caching, 'failed', { level: 'SHOULD' }),
]);
const excused = targetOf('till', [
  outcomeOf(ids.epoch, 'passed'),
  outcomeOf(ids.offset, 'failed', { known }),
]);
const basis = { strict: false, only: ['*epoch'], skip: [], checks: 383 };
const partial = { ...passing, basis };
const failing = targetOf('desk', [
  outcomeOf(ids.offset, 'failed'),
  outcomeOf(ids.grant, 'cantTell'),
]);

describe('the statement', () => {
  test('is a Test Result of in-toto, with the file as its subject', () => {
    const file = fileOf(resultOf([passing, warned, excused, failing]));
    const { predicate, ...statement } = statementOf(
      JSON.parse(file.bytes.toString()) as Result,
      file.bytes,
    );
    expect(statement).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [
        {
          name: 'result.json',
          digest: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
        },
      ],
      predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    });
    expect(predicate).toMatchObject({
      result: 'FAILED',
      passedTests: [`bank: ${ids.epoch}`, `shop: ${ids.epoch}`, `till: ${ids.epoch}`],
      warnedTests: [`shop: ${ids.caching}`, `till: ${ids.offset}`],
      failedTests: [`desk: ${ids.offset}`],
    });
  });

  test('says by which tool, catalogue and profile; each descriptor has a digest or a URI', () => {
    const { configuration } = statementOf(resultOf([passing]), Buffer.from('')).predicate;
    expect(configuration).toEqual([
      {
        name: 'snap-conformance',
        uri: 'pkg:npm/snap-conformance@0.1.0',
        annotations: {
          version: '0.1.0',
          seed: 42,
          depth: 'standard',
          startedAt: '2026-03-02T02:15:26.900Z',
        },
      },
      { name: 'catalogue', digest: { sha256: '2'.repeat(64) } },
      {
        name: 'profile snap-bi',
        digest: { sha256: '1'.repeat(64) },
        annotations: {
          target: 'bank',
          role: 'provider',
          baseUrl: 'https://api.example',
          verdict: 'conformant',
        },
      },
    ]);
    const [, , profile] = statementOf(
      resultOf([{ ...partial, basis: { ...basis, shards: { count: 2, held: [1] } } }]),
      Buffer.from(''),
    ).predicate.configuration;
    expect(profile?.annotations).toMatchObject({
      verdict: 'conformant in the 1 of 383 checks chosen',
      only: '*epoch',
      shards: '1 of 2',
    });
    // A result from before there were digests: what has none isn't described.
    const old = statementOf(rich, Buffer.from('')).predicate.configuration;
    expect(old.map(({ name }) => name)).toEqual(['snap-conformance']);
  });

  const entry = { target: 'bank', check: ids.epoch, message: 'the check passes now' };
  const changed = (target: TargetResult, changes: Partial<TargetResult>) => ({
    ...target,
    ...changes,
  });
  test.for<[string, string, Result]>([
    ['PASSED', 'all is well', resultOf([passing])],
    ['WARNED', 'a SHOULD failed', resultOf([passing, warned])],
    ['WARNED', 'a failure is known', resultOf([passing, excused])],
    ['WARNED', 'some checks were not chosen', resultOf([partial])],
    ['WARNED', 'a target was left out', resultOf([passing], { targetsLeftOut: ['other'] })],
    [
      'PASSED',
      'all checks were chosen',
      resultOf([{ ...partial, basis: { ...basis, checks: 1 } }]),
    ],
    ['FAILED', 'a MUST failed', resultOf([passing, failing])],
    [
      'FAILED',
      'a target is inconclusive',
      resultOf([changed(passing, { verdict: 'inconclusive' })]),
    ],
    ['FAILED', 'the run was interrupted', resultOf([passing], { interrupted: true })],
    ['FAILED', 'there is no target', resultOf([])],
    [
      'FAILED',
      'the baseline is stale',
      resultOf([passing], { baseline: { file: 'b', stale: [entry], expired: [] } }),
    ],
    [
      'FAILED',
      'the baseline is expired',
      resultOf([passing], { baseline: { file: 'b', stale: [], expired: [entry] } }),
    ],
    [
      'PASSED',
      'the baseline holds',
      resultOf([passing], { baseline: { file: 'b', stale: [], expired: [] } }),
    ],
  ])('says %s if %s', ([said, , result]) => {
    expect(word(result)).toBe(said);
  });
});

describe('an attestation', () => {
  const file = fileOf(resultOf([passing, warned]));
  const attestation = Buffer.from(attest(file, signer));

  test('holds for the file that it attests', () => {
    const verification = verifyAttestation(attestation, file, verifier);
    expect(verification).toHaveProperty('statement.predicate.result', 'WARNED');
    const opened = openEnvelope(attestation, verifier);
    expect(JSON.parse('payload' in opened ? opened.payload.toString() : '')).toEqual(
      (verification as { statement: TestResultStatement }).statement,
    );
  });

  test('is not made of a result whose verdict or counts were changed, and refused for one', () => {
    const [bank, shop] = resultOf([passing, failing]).targets;
    const edits: [Partial<TargetResult>, string][] = [
      [
        { verdict: 'conformant' },
        '"desk" is non-conformant by its outcomes, and stated to be conformant',
      ],
      [
        { summary: { ...failing.summary, failed: 0 } },
        'the counts of "desk" are not those of its outcomes',
      ],
    ];
    for (const [change, what] of edits) {
      const edited = fileOf(resultOf([bank, { ...shop, ...change }] as TargetResult[]));
      expect(() => attest(edited, signer)).toThrow(what);
      const statement = statementOf(JSON.parse(edited.bytes.toString()) as Result, edited.bytes);
      const sealed = sealEnvelope(Buffer.from(JSON.stringify(statement)), signer);
      expect(verifyAttestation(Buffer.from(sealed), edited, verifier)).toEqual({
        refused: [`result.json was changed before it was signed: ${what}`],
      });
    }
  });

  test('is refused for any other file, if only by a space', () => {
    for (const bytes of [
      Buffer.from(`${file.bytes.toString()}\n`),
      Buffer.from('no result'),
      Buffer.alloc(0),
    ]) {
      const verification = verifyAttestation(attestation, { ...file, bytes }, verifier);
      expect(verification).toEqual({
        refused: [
          expect.stringMatching(
            /^result\.json is not the file that was attested: its sha256 is [0-9a-f]{64}, not [0-9a-f]{64}$/,
          ),
        ],
      });
    }
  });

  const statement = statementOf(resultOf([passing, warned]), file.bytes);
  const signedAs = (payload: unknown) =>
    verifyAttestation(
      Buffer.from(sealEnvelope(Buffer.from(JSON.stringify(payload) ?? ''), signer)),
      file,
      verifier,
    );
  const { predicate } = statement;

  test('is refused if it contradicts the result, though the signature holds', () => {
    expect(signedAs(statement)).toHaveProperty('statement');
    const better = { ...predicate, result: 'PASSED', warnedTests: [] };
    expect(signedAs({ ...statement, predicate: better })).toEqual({
      refused: [
        'the statement and the result differ at /predicate/result',
        'the statement and the result differ at /predicate/warnedTests',
      ],
    });
    expect(signedAs({ ...statement, predicateType: 'https://slsa.dev/provenance/v1' })).toEqual({
      refused: ['the statement and the result differ at /predicateType'],
    });
    expect(signedAs({ ...statement, more: 1 })).toEqual({
      refused: ['the statement and the result differ at /more'],
    });
    for (const other of [null, [], 'text', undefined, {}])
      expect(signedAs(other)).toHaveProperty('refused');
  });
});
