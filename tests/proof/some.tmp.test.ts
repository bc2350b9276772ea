import { expect, test } from 'vitest';
import { faults } from '../../src/sandbox/faults/index.js';
import { proveFaults } from './prove.js';

const names = (process.env['FAULTS'] ?? '').split(',');
test('some', async () => {
  const chosen = faults.filter(({ name }) => names.some((n) => new RegExp(n).test(name)));
  const proofs = await proveFaults(chosen);
  for (const { fault, failed, target } of proofs) {
    const cant = target.checks
      .filter(({ outcome }) => outcome === 'cantTell')
      .map(({ id, message }) => `${id}: ${message}`);
    console.log(
      fault.name,
      failed.join() === [...fault.trips].sort().join()
        ? 'ok'
        : `FAILED ${failed} INSTEAD OF ${fault.trips}`,
      cant.join('\n'),
      target.stats.requests,
      target.verdict,
      target.notes.join(' | '),
    );
  }
  expect(chosen.length).toBeGreaterThan(0);
}, 1_000_000);
