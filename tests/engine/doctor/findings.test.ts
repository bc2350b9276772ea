import { describe, expect, it } from 'vitest';
import { clockFinding } from '../../../src/engine/doctor/examine-control.js';
import { endFinding } from '../../../src/engine/doctor/examine-tls.js';

describe("a certificate's dates", () => {
  const certificate = {
    valid_from: 'Jan  1 00:00:00 2026 GMT',
    valid_to: 'Mar  1 00:00:00 2026 GMT',
  };

  it.for([
    ['2025-12-31T23:59:59Z', 'error', 'it is valid only from 2026-01-01 on'],
    ['2026-01-01T00:00:00Z', 'ok', 'valid until 2026-03-01, 59 days from now'],
    ['2026-01-30T00:00:00Z', 'ok', 'valid until 2026-03-01, 30 days from now'],
    ['2026-01-30T00:00:01Z', 'warning', 'valid until 2026-03-01, 29 days from now'],
    ['2026-02-28T00:00:00Z', 'warning', 'valid until 2026-03-01, 1 day from now'],
    ['2026-03-01T00:00:00Z', 'warning', 'valid until 2026-03-01, 0 days from now'],
    ['2026-03-01T00:00:01Z', 'error', 'it ended on 2026-03-01'],
  ] as const)('at %s', ([now, status, message]) => {
    const found = endFinding(certificate, Date.parse(now));
    expect(found).toMatchObject({ status, message });
    expect(found.remedies.length > 0).toBe(status !== 'ok');
  });
});

describe('two clocks', () => {
  it.for([
    [0, 'ok', 'within 1 s of'],
    [-30_000, 'ok', 'within 30 s of'],
    [30_001, 'warning', 'is 30 s behind'],
    [-90_000, 'warning', 'is 90 s ahead of'],
  ] as const)('%d ms apart', ([offset, status, said]) => {
    const found = clockFinding(offset);
    expect(found.status).toBe(status);
    expect(found.message).toContain(said);
  });
});
