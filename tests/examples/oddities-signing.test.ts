import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Services } from '../../schemas/generated/profile.js';
import type { TargetResult } from '../../schemas/generated/result.js';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { run } from '../../src/engine/run/run.js';
import { planOf, startSandboxTarget, targetAt } from '../support/sandbox-target.js';

const file = join(packageRoot, 'examples', 'oddities-signing', 'profile.yaml');

test('profile and config together have less than 90 lines', () => {
  const lines = ['profile.yaml', 'snap.config.yaml'].flatMap((name) =>
    readFileSync(join(packageRoot, 'examples', 'oddities-signing', name), 'utf8')
      .trim()
      .split('\n'),
  );
  expect(lines.length).toBeLessThan(90);
});

/** Its own sandbox: the server keeps to the profile. */
test('a server that keeps to it conforms at standard depth', async () => {
  const { sandbox, target } = await startSandboxTarget('own', {
    profile: file,
    transaction: { path: '/gateway/v1.0/balance-inquiry' },
  });
  onTestFinished(() => sandbox.close());
  const { targets } = await run(planOf([target]));
  const [found] = targets;
  expect(found?.verdict).toBe('conformant');
  expect(found?.summary).toMatchObject({ failed: 0, warnings: 0, cantTell: 0 });
  expect(found?.summary.passed).toBeGreaterThan(200);
});

describe('a server of the standard differs from it in exactly what the profile states', () => {
  /** The findings about the standard's sandbox after these changes to the target's profile. */
  async function find(overrides: Services, only: string[]): Promise<TargetResult> {
    const standard = await startSandboxTarget('standard', {
      transaction: { path: '/gateway/v1.0/balance-inquiry' },
    });
    onTestFinished(() => standard.sandbox.close());
    const target = await targetAt(standard.sandbox.url, 'standard', file, overrides);
    target.transaction = standard.target.transaction as NonNullable<typeof target.transaction>;
    const { targets } = await run(planOf([target], { only }));
    const [found] = targets;
    if (!found) throw new Error('one target is tested');
    expect(found.checks.filter(({ outcome }) => outcome === 'cantTell')).toEqual([]);
    return found;
  }

  const failedOf = ({ checks }: TargetResult) =>
    checks.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id);
  const tokens = ['token-b2b/*'];
  const calls = ['transaction/*'];
  const json = { body: 'json' } as const;
  const standardTimes = {
    timestamp: { accept: ['offset'], reject: [] },
  } satisfies Services['token-b2b'];

  test('the body of a token request', async () => {
    const { control, verdict } = await find({}, tokens);
    expect(control.outcome).toBe('refused');
    expect(control.causes?.join('\n')).toContain('(token-b2b.body: json)');
    expect(verdict).toBe('inconclusive');
  });

  test('its timestamp', async () => {
    const { control, verdict } = await find({ 'token-b2b': json }, tokens);
    expect(control.outcome).toBe('refused');
    expect(control.causes?.[0]).toContain(
      'another form of X-TIMESTAMP than profile oddities-signing says: local-millis (timestamp.accept',
    );
    expect(verdict).toBe('inconclusive');
  });

  test('its delimiter', async () => {
    const { control, verdict, ...found } = await find(
      { 'token-b2b': { ...json, ...standardTimes } },
      tokens,
    );
    expect(control.message).toContain('a token was given for a request signed with a pipe');
    expect(control.causes?.join('\n')).toContain(
      '"overrides": { "token-b2b": { "signature": { "delimiter": "|" } } }',
    );
    expect(failedOf({ control, verdict, ...found })).toEqual(['token-b2b/signature/accepts-valid']);
    expect(verdict).toBe('non-conformant');
  });

  const token = { ...json, ...standardTimes, signature: { delimiter: '|' } };
  const stamped = {
    ...token,
    success: { headers: { timestampForms: ['local-millis'] } },
  } satisfies Services['token-b2b'];

  test('the timestamp of its answers, and nothing else of tokens', async () => {
    expect(failedOf(await find({ 'token-b2b': stamped }, tokens))).toEqual([
      'token-b2b/response/timestamp-header-format',
    ]);
  });

  test('the delimiter of a transaction', async () => {
    const found = await find(
      {
        'token-b2b': token,
        transaction: { signedPath: { cut: 'none', add: 'none' } },
      },
      calls,
    );
    const valid = found.checks.find(({ id }) => id === 'transaction/signature/accepts-valid');
    expect(valid?.message).toContain('signed with a colon for the delimiter');
    expect(failedOf(found)).toEqual(['transaction/signature/accepts-valid']);
  });

  test('its path', async () => {
    const found = await find(
      { 'token-b2b': token, transaction: { signature: { delimiter: ':' } } },
      calls,
    );
    const valid = found.checks.find(({ id }) => id === 'transaction/signature/accepts-valid');
    expect(valid?.message).toContain('signed over the path as it was sent');
    expect(failedOf(found)).toEqual(['transaction/signature/accepts-valid']);
  });

  test('the offsets of its timestamp and the spaces within its strings, and nothing else', async () => {
    const found = await find(
      {
        'token-b2b': token,
        transaction: {
          signature: { delimiter: ':' },
          signedPath: { cut: 'none', add: 'none' },
        },
      },
      calls,
    );
    expect(failedOf(found)).toEqual([
      'transaction/signature/accepts-spaces-in-strings',
      'transaction/signature/refuses-minified-hash',
      'transaction/timestamp/rejects-ruled-out-forms',
    ]);
    expect(found.verdict).toBe('non-conformant');
  });
});
