import { describe, expect, test } from 'vitest';
import { callsOf } from '../../../src/engine/config/calls-of.js';
import { chooseCalls } from '../../../src/engine/config/choose-targets.js';
import { configOf } from '../../../src/engine/config/config.js';
import { planAll } from '../../../src/engine/config/plan-all.js';
import { targetsLeftOut } from '../../../src/engine/config/targets-left-out.js';
import { calledServices, inquires } from '../../../src/protocol/called-services.js';
import { testCredentials } from '../../support/sandbox-target.js';

const [{ clientId, clientSecret, privateKey }] = await testCredentials();
const target = {
  name: 'bank',
  profile: 'snap-bi',
  baseUrl: 'https://bank.example',
  client: { clientId, clientSecret, privateKey },
};
const call = (serviceCode: string, more: object = {}) => ({
  serviceCode,
  method: 'POST',
  path: `/v1.0/service-${serviceCode}`,
  headers: { 'X-PARTNER-ID': clientId, 'CHANNEL-ID': '95221' },
  ...more,
});
const config = (...targets: object[]) => configOf({ targets }, 'snap.config.json', '/', {});
const four = config({
  ...target,
  transactions: ['11', '27', '47', '54'].map((code) => call(code)),
});

describe('transactions of a target', () => {
  test('each further one is planned as a target of its own', () => {
    expect(
      planAll(four, {}).map(({ name, partOf, alone, transaction }) => [
        name,
        partOf,
        alone,
        transaction?.serviceCode,
        transaction?.repeatable,
      ]),
    ).toEqual([
      ['bank', undefined, 'bank/11', '11', true],
      ['bank/27', 'bank', 'bank/27', '27', false],
      ['bank/47', 'bank', 'bank/47', '47', false],
      ['bank/54', 'bank', 'bank/54', '54', false],
    ]);
  });

  test('transaction is short for one that is repeatable', () => {
    const [plan, ...others] = planAll(config({ ...target, transaction: call('54') }), {});
    expect(others).toEqual([]);
    expect(plan?.transaction?.repeatable).toBe(true);
    expect(plan?.partOf).toBeUndefined();
    const stated = config({ ...target, transaction: call('54', { repeatable: false }) });
    expect(planAll(stated, {})[0]?.transaction?.repeatable).toBe(false);
  });

  test('--target names all of them, or one alone', () => {
    const chosen = (...names: string[]) => planAll(four, { target: names }).map(({ name }) => name);
    expect(chosen('bank')).toEqual(['bank', 'bank/27', 'bank/47', 'bank/54']);
    expect(chosen('bank/11')).toEqual(['bank']);
    expect(chosen('bank/54', 'bank/27')).toEqual(['bank/27', 'bank/54']);
    expect(targetsLeftOut(four, ['bank/27'])).toEqual(['bank', 'bank/47', 'bank/54']);
    expect(targetsLeftOut(four, ['bank'])).toEqual([]);
    expect(() => chooseCalls(four, ['bank/28'])).toThrow('there is no target "bank/28"');
  });

  test('names tell services of one code apart', () => {
    const twice = [call('11'), call('27', { name: 'retail' }), call('27', { name: 'corporate' })];
    const named = config({ ...target, transactions: twice });
    expect(planAll(named, {}).map(({ name }) => name)).toEqual([
      'bank',
      'bank/retail',
      'bank/corporate',
    ]);
  });

  test('each entry has a scheme and headers of its own', () => {
    const plans = planAll(
      config({
        ...target,
        overrides: { transaction: { scheme: ['symmetric', 'asymmetric'] } },
        transactions: [call('11', { scheme: 'symmetric' }), call('27', { scheme: 'asymmetric' })],
      }),
      {},
    );
    expect(plans.map(({ profile }) => profile.services.transaction.scheme)).toEqual([
      'symmetric',
      'asymmetric',
    ]);
  });

  test('a path of any of them is cut off the base URL, for all', () => {
    const plans = planAll(
      config({
        ...target,
        baseUrl: 'https://bank.example/v1.0/service-27',
        transactions: [call('11'), call('27')],
      }),
      {},
    );
    expect(plans.map(({ baseUrl }) => baseUrl)).toEqual([
      'https://bank.example',
      'https://bank.example',
    ]);
  });
});

describe('a config is refused', () => {
  test.for<[string, object[], string, string]>([
    [
      'with both members',
      [{ ...target, transaction: call('11'), transactions: [call('27')] }],
      '/targets/0/transactions',
      'transaction is short for a list of one: move it into transactions.',
    ],
    [
      'with two services of one name',
      [{ ...target, transactions: [call('11'), call('27'), call('27')] }],
      '/targets/0/transactions/2',
      'Reports tell them apart by name: give each its own, name: retail.',
    ],
    [
      'with a target that is named as a service of another',
      [
        { ...target, transactions: [call('11'), call('27')] },
        { ...target, name: 'bank/27' },
      ],
      '/targets/1/name',
      'Reports tell targets apart by name: give each its own.',
    ],
    [
      'without an entry',
      [{ ...target, transactions: [] }],
      '/targets/0/transactions',
      'needs at least 1 in the list',
    ],
    [
      'with an entry that lacks its path',
      [{ ...target, transactions: [{ serviceCode: '11', method: 'POST' }] }],
      '/targets/0/transactions/0',
      'Add the member "path".',
    ],
  ])('%s', ([, targets, pointer, said]) => {
    expect(() => config(...targets)).toThrow(`snap.config.json#${pointer}\n`);
    expect(() => config(...targets)).toThrow(said);
  });

  test('when a further entry lacks what the profile asks for', () => {
    const open = config({
      ...target,
      overrides: { transaction: { scheme: ['symmetric', 'asymmetric'] } },
      transactions: [call('11', { scheme: 'symmetric' }), call('27')],
    });
    expect(() => planAll(open, {})).toThrow('/targets/0/transactions/1');
    const headless = config({
      ...target,
      overrides: { transaction: { headers: { 'X-BRANCH': { presence: 'required' } } } },
      transactions: [
        call('11', { headers: { 'X-PARTNER-ID': 'a', 'CHANNEL-ID': '1', 'X-BRANCH': '7' } }),
        call('27'),
      ],
    });
    expect(() => planAll(headless, {})).toThrow('/targets/0/transactions/1/headers');
    const stray = config({
      ...target,
      transactions: [call('11'), call('27', { headers: { 'X-PARTNER-ID': 'a ' } })],
    });
    expect(() => planAll(stray, {})).toThrow('/targets/0/transactions/1/headers/X-PARTNER-ID');
  });
});

test('what only looks something up is repeatable, and nothing else', () => {
  expect(calledServices.size).toBe(79);
  expect(['11', '26', '36', '55', '66'].every(inquires)).toBe(true);
  expect(['25', '27', '31', '47', '54', '58', '81', 'US'].some(inquires)).toBe(false);
  for (const [code, { title, inquires: reads = false }] of calledServices)
    expect([
      code,
      /inquiry|status$|history|statement|query|report|decode/i.test(title) || reads,
    ]).toEqual([code, reads]);
  expect(callsOf({ name: 'bank' })).toEqual([]);
});
