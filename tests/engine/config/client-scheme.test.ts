import { describe, expect, test } from 'vitest';
import type { TargetConfig } from '../../../schemas/generated/config.js';
import type { Services } from '../../../schemas/generated/profile.js';
import { planTarget } from '../../../src/engine/config/plan-target.js';
import { InputProblem } from '../../../src/engine/input/input-problem.js';
import { testCredentials } from '../../support/sandbox-target.js';

const [{ clientId, privateKey }] = await testCredentials();
const call = { serviceCode: '11', method: 'POST', path: '/v1.0/balance-inquiry' } as const;
const several: Services = { transaction: { scheme: ['symmetric', 'asymmetric'] } };

function schemeOf(
  overrides: Services,
  transaction: TargetConfig['transaction'],
): string | undefined {
  const target: TargetConfig = {
    name: 'a',
    profile: 'snap-bi',
    baseUrl: 'http://127.0.0.1:8080',
    client: { clientId, privateKey },
    overrides: overrides as Record<string, unknown>,
    ...(transaction && { transaction }),
  };
  const targets: [TargetConfig] = [target];
  const loaded = { file: 'c.json', folder: '/', config: { targets } };
  return planTarget(loaded, 0).profile.services.transaction.scheme;
}

function problem(...given: Parameters<typeof schemeOf>) {
  try {
    return schemeOf(...given);
  } catch (error) {
    if (error instanceof InputProblem) return error.problems;
    throw error;
  }
}

describe('where each client has its own transaction scheme', () => {
  test('the config says which', () => {
    expect(schemeOf(several, { ...call, scheme: 'asymmetric' })).toBe('asymmetric');
    expect(schemeOf(several, { ...call, scheme: 'symmetric' })).toBe('symmetric');
    expect(schemeOf(several, undefined)).toBe('symmetric');
  });

  test('one that does not say it is told what to add', () => {
    expect(problem(several, call)).toEqual([
      {
        code: 'scheme-open',
        what: "profile snap-bi leaves the transaction scheme to each client, and the config doesn't say which this one has",
        file: 'c.json',
        pointer: '/targets/0/transaction',
        remedy: 'Add the one that was agreed on: scheme: symmetric, or scheme: asymmetric.',
      },
    ]);
  });

  test.for([several, {}])('one that the profile does not have is refused: %j', (overrides) => {
    expect(problem(overrides, { ...call, scheme: 'asymmetric-with-token' })).toMatchObject([
      { code: 'scheme-mismatch', pointer: '/targets/0/transaction/scheme' },
    ]);
  });

  test('a profile with one scheme needs no word of it', () => {
    expect(schemeOf({}, call)).toBe('symmetric');
    expect(schemeOf({}, { ...call, scheme: 'symmetric' })).toBe('symmetric');
    expect(schemeOf({ transaction: { scheme: ['asymmetric'] } }, call)).toBe('asymmetric');
  });
});
