import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TargetResult } from '../../../schemas/generated/result.js';
import { rich } from '../../reports/fixtures/result.js';
import { algorithms, keyPair } from '../../results/keys.js';
import { ids, outcomeOf, resultOf, targetOf } from '../../results/results.js';
import { snap } from '../command.js';
import { workspace } from '../workspace.js';

const text = (result: unknown) => `${JSON.stringify(result, null, 2)}\n`;
const shard = (id: string, outcome: 'passed' | 'failed') =>
  resultOf([targetOf('bank', [outcomeOf(id, outcome)])]);

/** A workspace with result files, and the command in it. */
function withResults(files: Record<string, unknown>) {
  const space = workspace();
  for (const [file, result] of Object.entries(files)) space.write(file, text(result));
  return {
    ...space,
    report: (...args: string[]) => snap(['report', ...args], { cwd: space.path }),
  };
}

describe('report', () => {
  test('renders a result again: the same bytes, no request, the exit status of its run', async () => {
    const { report, read } = withResults({ 'a/result.json': rich });
    const { status, stdout } = await report('a/result.json', '--out', 'b');
    expect(status).toBe(1);
    expect(stdout).toContain('✖ doku sandbox: non-conformant');
    expect(stdout).toContain('  junit  b/junit.xml');
    expect(read('b/result.json')).toBe(read('a/result.json'));
    expect(read('b/report.html')).toContain('A timestamp without an offset is refused');
  });

  test('passes the language on to the reports', async () => {
    const { report, read } = withResults({ 'r.json': rich });
    const { status } = await report('r.json', '--out', 'b', '--reporter', 'html', '--lang', 'id');
    expect(status).toBe(1);
    expect(read('b/report.html')).toContain('<html lang="id"');
    const { stderr } = await report('r.json', '--lang', 'in');
    expect(stderr).toContain('Allowed choices are en, id');
  });

  test('merges the shards of a run', async () => {
    const space = withResults({
      '1.json': shard(ids.epoch, 'passed'),
      '2.json': shard(ids.offset, 'failed'),
    });
    const { status, stdout } = await space.report(
      '1.json',
      '2.json',
      '--reporter',
      'json',
      '--out',
      'all',
    );
    expect(status).toBe(1);
    expect(stdout).toContain('bank: non-conformant');
    const { targets } = space.result('all');
    expect(targets.map(({ checks }) => checks.length)).toEqual([2]);
    expect(existsSync(join(space.path, 'all', 'report.html'))).toBe(false);
  });

  test('ends as the run would have ended', async () => {
    const [bank] = shard(ids.epoch, 'passed').targets;
    const part = { strict: false, only: [], skip: [], checks: 2, shards: { count: 2, held: [1] } };
    const entry = { target: 'bank', check: ids.epoch, message: 'the check passes now' };
    const { report } = withResults({
      'fine.json': shard(ids.epoch, 'passed'),
      'stopped.json': { ...shard(ids.epoch, 'passed'), run: { ...rich.run, interrupted: true } },
      'stale.json': {
        ...shard(ids.epoch, 'passed'),
        run: { ...rich.run, baseline: { file: 'b', stale: [entry], expired: [] } },
      },
      'shard.json': resultOf([{ ...bank, basis: part } as TargetResult]),
    });
    for (const [file, wanted] of [
      ['fine.json', 0],
      ['stopped.json', 130],
      ['stale.json', 1],
      ['shard.json', 3],
    ] as const) {
      const { status, stdout } = await report(file, '--out', 'out');
      expect(status, file).toBe(wanted);
      if (file === 'shard.json')
        expect(stdout).toContain(
          'bank: inconclusive in the 1 of 2 checks chosen, because shard 2 of 2 is missing',
        );
    }
  });

  test('of a result that was changed by hand shows both verdicts, and neither merges nor attests it', async () => {
    const failed = shard(ids.epoch, 'failed');
    const edited = {
      ...failed,
      targets: failed.targets.map((each) => ({ ...each, verdict: 'conformant' })),
    };
    const space = withResults({ 'r.json': edited, 'other.json': shard(ids.offset, 'passed') });
    space.write('key.pem', keyPair(algorithms['EC P-256']).privateKey);
    const alone = await space.report('r.json', '--out', 'out', '--reporter', 'json,markdown,html');
    expect(alone.status).toBe(1);
    const both = 'non-conformant by its outcomes (the file states: conformant)';
    expect(alone.stdout).toContain(`bank: ${both}`);
    expect(space.read('out/summary.md')).toContain('the file states: conformant');
    expect(space.result('out').targets[0]).toMatchObject({
      verdict: 'non-conformant',
      storedVerdict: 'conformant',
    });
    for (const args of [
      ['r.json', 'other.json'],
      ['r.json', '--attest', 'key.pem'],
      ['out/result.json', '--attest', 'key.pem'],
    ]) {
      const { status, stderr } = await space.report(...args, '--out', 'none');
      expect(status).toBe(2);
      expect(stderr).toContain('this result was changed after its run');
    }
    expect(existsSync(join(space.path, 'none'))).toBe(false);
  });

  test('never overwrites a result that it has read with another one', async () => {
    const space = withResults({
      'snap-report/result.json': shard(ids.epoch, 'passed'),
      'other.json': shard(ids.offset, 'passed'),
    });
    const before = space.read('snap-report/result.json');
    const { status, stderr } = await space.report('snap-report/result.json', 'other.json');
    expect(status).toBe(2);
    expect(stderr).toBe(
      'this result would be overwritten by another one\n  at snap-report/result.json\n  Name another folder with --out DIR.\n',
    );
    expect(space.read('snap-report/result.json')).toBe(before);
    // Its own reports go next to it.
    expect((await space.report('snap-report/result.json')).status).toBe(0);
  });

  const [target] = rich.targets;
  test.for<[string, unknown, string]>([
    [
      'a broken one',
      { ...rich, targets: [{ ...target, verdict: 'fine' }] },
      'r.json#/targets/0/verdict',
    ],
    [
      'one of a newer version',
      { ...rich, schemaVersion: 2 },
      'its schemaVersion is 2, and this one reads 1',
    ],
    ['one with a target twice', { ...rich, targets: [target, target] }, 'r.json#/targets/1/name'],
    ['another file', [], 'must be an object'],
  ])('does not take %s', async ([, result, told]) => {
    const { report } = withResults({ 'r.json': result });
    const { status, stderr } = await report('r.json');
    expect(status).toBe(2);
    expect(stderr).toContain(told);
    expect(stderr).not.toContain('crashed');
  });

  test('says what is wrong with the command', async () => {
    const { report, write } = withResults({ 'r.json': rich });
    write('report.html', '<!doctype html>');
    for (const [args, told] of [
      [[], 'report takes at least one result.json'],
      [['none.json'], "can't read the file: there is no such file\n  at none.json"],
      [['report.html'], 'this is a report, not a result'],
      [['comparr', 'r.json'], 'Did you mean "compare"?'],
      [['r.json', '--reporter', 'htlm'], 'Did you mean "html"?'],
      [['r.json', '--attest', 'r.json'], '--attest: '],
      [['--verify', 'x'], "--verify needs the signer's public key"],
      [['--public-key', 'x'], '--public-key goes with --verify'],
    ] as const) {
      const { status, stderr } = await report(...args);
      expect(stderr).toContain(told);
      expect(status).toBe(2);
    }
  });
});

describe('an attestation', () => {
  test('is written next to the result, and holds until either changes', async () => {
    const space = withResults({ 'result.json': shard(ids.epoch, 'passed') });
    const { privateKey, publicKey } = keyPair(algorithms['EC P-256']);
    space.write('key.pem', privateKey);
    space.write('key.pub', publicKey);
    const attested = await space.report(
      'result.json',
      '--attest',
      'key.pem',
      '--reporter',
      'html',
      '--out',
      'out',
    );
    expect(attested.status).toBe(0);
    expect(attested.stdout).toContain('  attestation  out/attestation.intoto.json');
    expect(attested.stdout + space.read('out/attestation.intoto.json')).not.toContain(
      privateKey.split('\n')[1],
    );
    const file = 'out/attestation.intoto.json';
    const verify = ['--verify', file, '--public-key', 'key.pub'];
    const held = await space.report(...verify);
    expect(held.stdout).toMatch(
      /^The attestation holds: out\/result\.json was signed by the key [0-9a-f]{64}\.\n {2}PASSED: 1 passed, 0 warned, 0 failed\n {2}bank: conformant\n$/,
    );
    expect(held.status).toBe(0);
    expect((await space.report('result.json', ...verify)).status).toBe(0);

    const before = space.read(file);
    space.write(file, before.replace('"payload"', '"Payload"'));
    const changed = await space.report(...verify);
    expect(changed).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('is refused') as string,
    });
    space.write(file, before);
    space.write(
      'out/result.json',
      space.read('out/result.json').replace('"seed": 42', '"seed": 43'),
    );
    const other = await space.report(...verify);
    expect(other.status).toBe(1);
    expect(other.stdout).toContain('out/result.json is not the file that was attested');

    const swapped = await space.report('--verify', file, '--public-key', 'key.pem');
    expect(swapped.status).toBe(2);
    expect(swapped.stderr).toContain('--public-key: this is the private key');
    const missing = await space.report('none.json', ...verify);
    expect(missing.status).toBe(2);
    expect(missing.stderr).toContain('at none.json');
  });

  test("is made with openssl's encrypted keys only once they are decrypted", async () => {
    const space = withResults({ 'result.json': rich });
    execFileSync(
      'openssl',
      [
        'genpkey',
        '-algorithm',
        'ED25519',
        '-aes256',
        '-pass',
        'pass:x',
        '-out',
        join(space.path, 'key.pem'),
      ],
      { stdio: 'ignore' },
    );
    const { status, stderr } = await space.report(
      'result.json',
      '--attest',
      'key.pem',
      '--out',
      'out',
    );
    expect(status).toBe(2);
    expect(stderr).toContain('--attest: the private key is encrypted with a passphrase');
    expect(existsSync(join(space.path, 'out'))).toBe(false);
  });
});

describe('report compare', () => {
  const files = { 'a.json': shard(ids.epoch, 'passed'), 'b.json': shard(ids.epoch, 'failed') };

  test('is 1 for a regression, and 0 the other way round', async () => {
    const { report } = withResults(files);
    const broken = await report('compare', 'a.json', 'b.json');
    expect(broken.status).toBe(1);
    expect(broken.stdout).toContain(`✖  MUST  ${ids.epoch}  passed → failed`);
    const fixed = await report('compare', 'b.json', 'a.json');
    expect(fixed.status).toBe(0);
    expect(fixed.stdout).toContain('No MUST regressed.');
  });

  test('--json has all of it; --strict counts a SHOULD', async () => {
    const should = (outcome: 'passed' | 'failed') =>
      resultOf([targetOf('bank', [outcomeOf(ids.caching, outcome, { level: 'SHOULD' })])]);
    const { report } = withResults({ 'a.json': should('passed'), 'b.json': should('failed') });
    const lenient = await report('compare', 'a.json', 'b.json', '--json');
    expect(lenient.status).toBe(0);
    expect(JSON.parse(lenient.stdout)).toMatchObject({
      regressed: false,
      targets: [{ name: 'bank', broken: [{ id: ids.caching }], regressions: [] }],
    });
    expect((await report('compare', 'a.json', 'b.json', '--strict')).status).toBe(1);
  });

  test('ends with 2 if no target is in both', async () => {
    const { report } = withResults({ ...files, 'c.json': resultOf([targetOf('shop', [])]) });
    const { status, stderr } = await report('compare', 'a.json', 'c.json');
    expect(status).toBe(2);
    expect(stderr).toContain('no target in common: "bank" before, "shop" now');
  });

  test('takes two results', async () => {
    const { report } = withResults(files);
    const { status, stderr } = await report('compare', 'a.json');
    expect(status).toBe(2);
    expect(stderr).toContain("missing required argument 'after'");
  });
});
