import { describe, expect, test } from 'vitest';
import { formsOf } from '../../../reports/form/forms.js';
import type { TransactionConfig } from '../../../schemas/generated/config.js';
import { run } from '../../../src/engine/run/run.js';
import { planOf, startSandboxTarget } from '../../support/sandbox-target.js';

/** The results of the form's rows, of a sandbox with these faults. */
async function formOf(
  faults: string[],
  { transaction, role }: { transaction?: Partial<TransactionConfig>; role?: 'merchant' } = {},
): Promise<Record<string, string>> {
  const { sandbox, target } = await startSandboxTarget('bank', {
    ...{ faults, transaction: transaction ?? true },
    ...(role && { role }),
  });
  const only = [
    ...['transaction/token/refuses-unknown-token', 'transaction/signature/refuses-bit-flip'],
    ...['transaction/headers/*', 'transaction/timestamp/rejects-garbage', 'transaction/body/*'],
    'transaction/errors/*',
  ];
  const result = await run(planOf([target], { depth: 'quick', only }));
  await sandbox.close();
  const [form] = formsOf(result);
  return Object.fromEntries((form?.rows ?? []).map((row) => [row.no, row.result]));
}

const passed = { '3.1': 'PASS', '3.2': 'PASS', '3.3': 'PASS', '3.4': 'PASS', '3.5': 'PASS' };
const open = Object.fromEntries([6, 7, 8, 9, 10, 11].map((no) => [`3.${no}`, 'N/A']));

describe('the form of a balance inquiry', () => {
  test('has rows 3.1 to 3.5 passed, and the others open', async () => {
    expect(await formOf([])).toEqual({ ...passed, ...open });
  });

  test.each([
    ['3.1', 'transaction-takes-any-token'],
    ['3.2', 'transaction-overlooks-one-bit'],
    ['3.3', 'transaction-needs-no-timestamp'],
    ['3.4', 'transaction-never-parses-timestamp'],
    ['3.5', 'transaction-takes-external-id-again'],
  ])('has row %s alone not passed with the fault %s', async (no, fault) => {
    expect(await formOf([fault])).toEqual({ ...passed, ...open, [no]: 'NOT PASS' });
  });
});

describe('the form of a payment by direct debit', () => {
  const call = { serviceCode: '54', path: '/v1.0/debit/payment-host-to-host' };
  const body = { merchantId: '00007100010926', amount: { value: '10000.00', currency: 'IDR' } };

  test.each([
    ['19.3', 'transaction-no-mandatory-members'],
    ['19.4', 'transaction-any-amount'],
  ])('has row %s alone not passed with the fault %s', async (no, fault) => {
    const form = await formOf([fault], { transaction: { ...call, body } });
    expect(Object.keys(form).filter((each) => form[each] === 'NOT PASS')).toEqual([no]);
    expect(Object.keys(form).filter((each) => form[each] === 'PASS')).toEqual(
      ['19.1', '19.2', '19.3', '19.4', '19.5'].filter((each) => each !== no),
    );
  });

  test('says which member the body of the config lacks', async () => {
    const form = await formOf([], { transaction: { ...call, body: { merchantId: 'M' } } });
    expect([form['19.3'], form['19.4']]).toEqual(['PASS', 'N/A']);
  });

  test('has row 19.21 of a merchant', async () => {
    const notify = { serviceCode: '56', path: '/v1.0/debit/notify', body };
    const form = await formOf([], { transaction: notify, role: 'merchant' });
    expect([form['19.2'], form['19.21']]).toEqual(['PASS', 'PASS']);
    const faulty = await formOf(['transaction-overlooks-one-bit'], {
      ...{ transaction: notify, role: 'merchant' },
    });
    expect([faulty['19.2'], faulty['19.21']]).toEqual(['NOT PASS', 'NOT PASS']);
  });
});
