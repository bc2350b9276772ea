import { describe, expect, test } from 'vitest';
import { attest } from '../../../src/results/attestation.js';
import { loadSigningKey } from '../../../src/results/signing-key.js';
import { resultOfRun } from '../../results/acceptance/real-results.js';
import { algorithms, keyPair } from '../../results/keys.js';
import { snap } from '../command.js';
import { type Workspace, workspace } from '../workspace.js';

const pair = keyPair(algorithms['EC P-256']);
const whole = await resultOfRun();
const text = JSON.stringify(whole);
const bytes = { bytes: Buffer.from(text), file: 'result.json' };
const attestation = attest(bytes, loadSigningKey(pair.privateKey));

const policy = {
  targets: [{ baseUrl: whole.targets[0]?.baseUrl, profile: 'snap-bi', services: ['token-b2b'] }],
  requirements: { mayBeUntested: ['token-b2b/expiry/honoured'] },
  depth: 'quick',
  // The clock of the command is the real one.
  maxAgeDays: 3650,
};
const signed = { ...policy, signedBy: [{ name: 'Toko', publicKey: 'keys/toko.pub' }] };

function withFiles(changes: object = {}): Workspace & {
  accept: (...args: string[]) => ReturnType<typeof snap>;
} {
  const space = workspace();
  space.write('r/result.json', text);
  space.write('p/keys/toko.pub', pair.publicKey);
  space.write('p/policy.yaml', JSON.stringify({ ...policy, ...changes }));
  const given = ['accept', 'r/result.json', '--policy', 'p/policy.yaml'];
  return { ...space, accept: (...args) => snap([...given, ...args], { cwd: space.path }) };
}

describe('accept', () => {
  test('says yes, with what was asked for and what a yes leaves open', async () => {
    const { status, stdout, stderr } = await withFiles().accept();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(
      /^Accepted: r\/result\.json is what p\/policy\.yaml asks for\.\n {2}bank, http:/,
    );
    expect(stdout).toContain('not tested, which the policy allows: token-b2b/expiry/honoured');
    expect(stdout).toContain('Note: the policy names no signer');
  });

  test('says no with all reasons, and at most ten requirements each', async () => {
    const { accept } = withFiles({
      depth: 'thorough',
      targets: [{ ...policy.targets[0], services: ['token-b2b', 'token-b2b2c'] }],
    });
    const { status, stdout } = await accept();
    expect(status).toBe(1);
    expect(stdout).toContain("isn't what p/policy.yaml asks for, for 2 reasons.\n");
    expect(stdout).toContain('  shallow: the depth of the run is quick');
    const [, more = ''] = /and (\d+) more; --json lists all/.exec(stdout) ?? [];
    const { refusals } = JSON.parse((await accept('--json')).stdout);
    expect(refusals[1].checks).toHaveLength(Number(more) + 10);
  });

  test('takes the attestation next to the result, or the one that is named', async () => {
    const space = withFiles(signed);
    const unsigned = await space.accept();
    expect(unsigned).toMatchObject({ status: 1, stdout: expect.stringContaining('unsigned: ') });
    space.write('elsewhere.json', attestation);
    const named = await space.accept('--attestation', 'elsewhere.json', '--json');
    expect(named.status).toBe(0);
    expect(JSON.parse(named.stdout)).toMatchObject({
      ...{ accepted: true, signedBy: 'Toko', refusals: [] },
      ...{ result: 'r/result.json', policy: 'p/policy.yaml' },
    });
    space.write('r/attestation.intoto.json', attestation);
    expect((await space.accept()).status).toBe(0);
    space.write('r/result.json', text.replace('"quick"', '"thorough"'));
    const edited = await space.accept();
    expect(edited).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('signature-invalid: '),
    });
  });

  test.for<[string, (space: ReturnType<typeof withFiles>) => readonly string[], string]>([
    ['no policy', () => ['accept', 'r/result.json'], 'Name it with --policy FILE'],
    [
      'a policy that is not there',
      () => ['accept', 'r/result.json', '--policy', 'no.yaml'],
      "can't read the file: there is no such file\n  at no.yaml",
    ],
    [
      'a result that is none',
      (space) => {
        space.write('r/result.json', '{}');
        return ['accept', 'r/result.json', '--policy', 'p/policy.yaml'];
      },
      'at r/result.json#',
    ],
    [
      'an attestation that is not there',
      () => ['accept', 'r/result.json', '--policy', 'p/policy.yaml', '--attestation', 'no'],
      'at no',
    ],
    [
      'a mistyped member',
      (space) => {
        space.write('p/policy.yaml', 'targets: []\ndepht: quick\nmaxAgeDays: 1\n');
        return ['accept', 'r/result.json', '--policy', 'p/policy.yaml'];
      },
      'at p/policy.yaml:2:1#/depht\n  Did you mean "depth"?',
    ],
  ])('ends with 2 for %s', async ([, make, said]) => {
    const space = withFiles();
    const { status, stdout, stderr } = await snap(make(space), { cwd: space.path });
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  });
});
