import { expect, test } from 'vitest';
import { formsOf } from '../../../reports/form/forms.js';
import { run } from '../../../src/engine/run/run.js';
import { planOf } from '../../support/sandbox-target.js';
import { fourServices, serveServices } from '../../support/services.js';

const only = [
  ...['transaction/token/refuses-unknown-token', 'transaction/signature/refuses-bit-flip'],
  ...['transaction/headers/rejects-missing-timestamp', 'transaction/timestamp/rejects-garbage'],
];

test('the services of a target are in one form, each in its chapter', async () => {
  const served = await serveServices(
    fourServices.map((call) =>
      call.serviceCode === '47' ? { ...call, faults: ['transaction-overlooks-one-bit'] } : call,
    ),
    { certification: { user: 'Toko Contoh' } },
  );
  const result = await run(planOf(served.plan(), { depth: 'quick', only }));
  const [form, ...others] = formsOf(result);
  expect(others).toEqual([]);
  expect(form?.name).toBe('bank');
  expect(form?.head[1]).toEqual(['Nama Pengguna Layanan', 'Toko Contoh']);
  const results = Object.fromEntries((form?.rows ?? []).map((row) => [row.no, row.result]));
  const tried = ['3', '11', '18', '19'].map((chapter) => [
    results[`${chapter}.1`],
    results[`${chapter}.2`],
    results[`${chapter}.3`],
  ]);
  expect(tried).toEqual([
    ['PASS', 'PASS', 'PASS'],
    ['PASS', 'PASS', 'PASS'],
    ['PASS', 'NOT PASS', 'PASS'],
    // Its row 3 is about a member of the body.
    ['PASS', 'PASS', 'N/A'],
  ]);
  expect(form?.rows.find(({ no }) => no === '11.1')?.request).toContain('/transfer-va/create-va');
});
