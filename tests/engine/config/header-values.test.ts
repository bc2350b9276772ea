import { describe, expect, test } from 'vitest';
import type { TargetConfig } from '../../../schemas/generated/config.js';
import type { Services } from '../../../schemas/generated/profile.js';
import { planTarget } from '../../../src/engine/config/plan-target.js';
import { InputProblem } from '../../../src/engine/input/input-problem.js';
import { testCredentials } from '../../support/sandbox-target.js';

const [client] = await testCredentials();
const { clientId, privateKey } = client;
const transaction = { serviceCode: '11', method: 'POST', path: '/v1.0/balance-inquiry' } as const;

function plan(overrides: Services, changes: Partial<TargetConfig> = {}) {
  const target: TargetConfig = {
    name: 'a',
    profile: 'snap-bi',
    baseUrl: 'http://127.0.0.1:8080',
    client: { clientId, privateKey },
    overrides: overrides as Record<string, unknown>,
    ...changes,
  };
  return planTarget({ file: 'c.json', folder: '/', config: { targets: [target] } }, 0);
}

function problems(...given: Parameters<typeof plan>) {
  try {
    plan(...given);
  } catch (error) {
    if (error instanceof InputProblem) return error.problems;
    throw error;
  }
  return [];
}

const required = { presence: 'required' } as const;

describe('a header that the profile requires', () => {
  test('of token requests has its value from the config', () => {
    const headers = { ORIGIN: required };
    expect(problems({ 'token-b2b': { headers } })).toEqual([
      {
        code: 'header-without-value',
        what: 'the profile requires the header ORIGIN of token-b2b, and nothing says what to send in it',
        file: 'c.json',
        pointer: '/targets/0/tokenHeaders',
        remedy:
          'Add it to the target in the config: tokenHeaders: { ORIGIN: … }. If all clients send the same, give the profile its value: services.token-b2b.headers.ORIGIN.value.',
      },
    ]);
    const made = plan({ 'token-b2b': { headers } }, { tokenHeaders: { origin: 'example.com' } });
    expect(made.tokenHeaders).toEqual({ origin: 'example.com' });
  });

  test('is a further one of token requests, though transactions have it in any case', () => {
    const headers = { 'X-PARTNER-ID': required };
    expect(problems({ 'token-b2b': { headers } })).toHaveLength(1);
    expect(problems({ transaction: { headers } }, { transaction })).toEqual([]);
  });

  test('of transactions is asked for only if there is one, and may come with the customer', () => {
    const headers = { 'X-IP-ADDRESS': required };
    expect(problems({ transaction: { headers } })).toEqual([]);
    expect(problems({ transaction: { headers } }, { transaction })).toMatchObject([
      { pointer: '/targets/0/transaction/headers', code: 'header-without-value' },
    ]);
    const authCodes: [string] = ['a'];
    const customer = { authCodes, headers: { 'X-IP-ADDRESS': '172.24.1.1' } };
    expect(problems({ transaction: { headers } }, { transaction, customer })).toEqual([]);
  });

  test('needs no value in the config if the profile has one, or if the suite makes it', () => {
    const headers = { 'X-CLIENT-KEY': { ...required, value: '{clientId}' } };
    expect(problems({ transaction: { headers } }, { transaction })).toEqual([]);
  });
});

describe('the rule for a header', () => {
  test('is completed: what is not said of it is unspecified', () => {
    const { headers } = plan({ 'token-b2b': { headers: { ORIGIN: { maxLength: 9 } } } }).profile
      .services['token-b2b'];
    expect(headers).toEqual({
      ORIGIN: { presence: 'unspecified', maxLength: 9, form: 'unspecified' },
    });
  });

  test.for([
    ['transaction', { 'channel-id': required }, 'header-twice', 'Write it as CHANNEL-ID'],
    ['transaction', { authorization: required }, 'header-reserved', 'Leave it out'],
    ['token-b2b', { 'X-Client-Key': required }, 'header-reserved', 'Leave it out'],
    ['token-b2b', { A: { maxLength: 2, value: 'abc' } }, 'invalid-value', 'keeps to the rule'],
    ['token-b2b', { A: { form: 'digits', value: 'abc' } }, 'invalid-value', 'keeps to the rule'],
  ] as const)('of %s can be meant: %j', ([service, headers, code, remedy]) => {
    const [name] = Object.keys(headers);
    expect(problems({ [service]: { headers } })).toMatchObject([
      {
        code,
        file: 'c.json',
        pointer: `/targets/0/overrides/${service}/headers/${name}`,
        remedy: expect.stringContaining(remedy),
      },
    ]);
  });

  test('has a name that is one', () => {
    expect(problems({ 'token-b2b': { headers: { 'X CLIENT': required } } })).toMatchObject([
      { code: 'invalid-value' },
    ]);
  });
});
