import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FormConfig, TransactionConfig } from '../../../schemas/generated/config.js';
import { formOfTarget } from '../../../src/engine/form/form-of-target.js';
import { InputProblem } from '../../../src/engine/input/input-problem.js';
import { packageRoot } from '../../../src/engine/input/package-root.js';
import { loadProfile } from '../../../src/engine/profile/profile.js';

const place = { file: 'snap.config.json', pointer: '/targets/0/transaction' };

function formOf(
  serviceCode: string,
  form?: FormConfig,
  role: 'provider' | 'merchant' = 'provider',
) {
  return formOfTarget(
    { serviceCode, ...(form && { form }) },
    { ...loadProfile('snap-bi', '.'), role },
    place,
  );
}

const rowOf = (no: string, ...given: Parameters<typeof formOf>) =>
  formOf(...given).rows.find((row) => row.no === no);

function problem(form: FormConfig): InputProblem {
  try {
    formOf('11', form);
  } catch (error) {
    if (error instanceof InputProblem) return error;
  }
  throw new Error('nothing is wrong with it');
}

describe('the rows of a service', () => {
  it('are those of its chapter, numbered by it', () => {
    const { version, chapter, serviceCode, rows } = formOf('11');
    expect({ version, chapter, serviceCode }).toEqual({
      ...{ version: 'v3.2', chapter: '3', serviceCode: '11' },
    });
    expect(rows.map(({ no }) => no)).toEqual(
      Array.from({ length: 11 }, (_, index) => `3.${index + 1}`),
    );
  });

  it('have the service code in their response codes', () => {
    expect(rowOf('3.1', '11')).toEqual({
      ...{ no: '3.1', service: 'Any Service', scenario: 'Access Token Invalid' },
      expected: '4011101 Access Token Invalid',
      codes: ['4011101'],
      check: 'transaction/token/refuses-unknown-token',
      codeCheck: 'transaction/errors/invalid-token',
    });
    expect(rowOf('19.4', '54')?.codes).toEqual(['4005401']);
    expect(rowOf('19.4', '55')?.codes).toEqual(['4005501']);
  });

  it('name the field, and rest on the check of that field', () => {
    expect(rowOf('19.3', '54')).toMatchObject({
      scenario: 'Missing Mandatory Field {merchantId}',
      check: 'transaction/body/rejects-missing-member',
      field: 'merchantId',
    });
    // The document of snap-bi contradicts itself on its letters, and gives its length.
    expect(rowOf('18.4', '47')).toMatchObject({
      check: 'transaction/headers/rejects-over-long-external-id',
      scenario: 'Invalid Field Format {X-EXTERNAL-ID}',
    });
    const bca = formOfTarget({ serviceCode: '47' }, loadProfile('bca', '.'), place);
    expect(bca.rows.find(({ no }) => no === '18.4')?.check).toBe(
      'transaction/headers/rejects-external-id-form',
    );
  });

  it('beyond tokens and signatures are not tried', () => {
    const row = rowOf('3.6', '11');
    expect(row?.check).toBeUndefined();
    expect(row?.untried).toBe('not within this tool, which tests tokens and signatures');
    expect(rowOf('3.9', '11')?.check).toBe('transaction/token/refuses-out-of-scope-token');
    expect(rowOf('3.11', '11')?.check).toBe('transaction/customer/refuses-unknown-customer-token');
  });

  it('that a merchant answers are tried on a merchant alone', () => {
    expect(rowOf('19.21', '56')?.untried).toBe(
      'it is tried on what the merchant hosts, with role: merchant',
    );
    expect(rowOf('19.21', '56', {}, 'merchant')).toMatchObject({
      check: 'transaction/signature/refuses-bit-flip',
      codes: ['4015600', '4015400'],
    });
  });

  it('of a service whose chapter nobody knows have an n for its number', () => {
    const { chapter, rows } = formOf('80');
    expect(chapter).toBeUndefined();
    expect(rows.map(({ no }) => no)).toEqual(['n.1', 'n.2', 'n.3', 'n.4', 'n.5']);
    expect(formOf('80', { chapter: '25' }).rows.map(({ no }) => no)[4]).toBe('25.5');
  });

  it('are those of the provider where they are known', () => {
    const { version, rows } = formOfTarget(
      { serviceCode: '31' },
      loadProfile('faspay', '.'),
      place,
    );
    expect(version).toBe('faspay');
    expect(rows.map(({ no }) => no).slice(-3)).toEqual(['11.15', '11.16', '11.17']);
    expect(rows.at(-3)?.scenario).toBe('Delete a virtual account');
  });
});

describe('the config', () => {
  it('of docs/form.md says what the page says', () => {
    const page = readFileSync(join(packageRoot, 'docs/form.md'), 'utf8');
    const [, block = ''] = /```json\n("transaction": [\s\S]*?)```/.exec(page) ?? [];
    const { transaction } = JSON.parse(`{${block}}`) as { transaction: TransactionConfig };
    const { rows } = formOf('11', transaction.form);
    const shown = new Map(rows.map((row) => [row.no, row]));
    expect(shown.get('3.1')?.codes).toEqual(['4011101', '4011100']);
    expect(shown.get('3.3')).toMatchObject({
      expected: '4001102 Invalid Mandatory Field',
      check: 'transaction/body/rejects-missing-member',
    });
    expect(shown.has('3.6')).toBe(false);
    expect(shown.get('3.8')?.service).toBe('Inquiry Saldo');
    expect(shown.get('3.12')?.check).toBe('transaction/signature/refuses-other-order');
  });

  it('changes numbers, texts, codes and fields of a row', () => {
    const row = rowOf('3.3a', '11', {
      rows: {
        '3.3': {
          no: '3.3a',
          service: 'Saldo',
          scenario: 'Tanpa {}',
          expected: '400xx00 Bad Request',
          field: 'accountNo',
        },
      },
    });
    expect(row).toEqual({
      ...{ no: '3.3a', service: 'Saldo', scenario: 'Tanpa {accountNo}', field: 'accountNo' },
      ...{ expected: '4001100 Bad Request', codes: ['4001100'] },
      check: 'transaction/body/rejects-missing-member',
      codeCheck: 'transaction/errors/missing-field',
    });
  });

  it('gives codes besides the one of the expected result', () => {
    expect(
      rowOf('3.1', '11', { rows: { '3.1': { codes: ['401xx01', '4011100'] } } })?.codes,
    ).toEqual(['4011101', '4011100']);
  });

  it('leaves rows out, adds rows, and has them not tried', () => {
    const { rows } = formOf('11', {
      rows: {
        '3.6': { omit: true },
        '3.5': { proof: false },
        '3.12': {
          ...{ scenario: 'Unauthorized stringToSign', expected: '401xx00 Unauthorized' },
          proof: 'string-to-sign',
        },
      },
    });
    expect(rows.map(({ no }) => no)).not.toContain('3.6');
    expect(rows.find(({ no }) => no === '3.5')?.check).toBeUndefined();
    expect(rows.at(-1)).toMatchObject({
      ...{ no: '3.12', service: 'Any Service', codes: ['4011100'] },
      check: 'transaction/signature/refuses-other-order',
    });
  });

  it('takes another version, chapter and name of the service', () => {
    const { version, rows } = formOf('11', { version: 'v2810', chapter: '7', service: 'Saldo' });
    expect(version).toBe('v2810');
    expect(rows.map(({ no }) => no)).toEqual(['7.1', '7.2', '7.3', '7.4', '7.5']);
    expect(rowOf('3.6', '11', { service: 'Saldo' })?.service).toBe('Saldo');
  });

  it('is told which header no check gets wrong', () => {
    const row = rowOf('3.4', '11', { rows: { '3.4': { field: 'X-NOTHING' } } });
    expect(row?.check).toBeUndefined();
    expect(row?.untried).toContain('no check gets X-NOTHING wrong in this way');
  });

  it('is told of a form that there is not', () => {
    const { code, message } = problem({ version: 'v3.3' });
    expect(code).toBe('unknown-form');
    expect(message).toContain('there is no form "v3.3"');
    expect(message).toContain('snap.config.json#/targets/0/transaction/form/version');
    expect(message).toMatch(/Did you mean "v3\.[02]"\?/);
    expect(formOf('11', { version: 'v3.2' }).version).toBe('v3.2');
  });

  it('is told of a row that there is not, and how to add it', () => {
    const { code, message } = problem({ rows: { '3.33': { codes: ['4011101'] } } });
    expect(code).toBe('unknown-row');
    expect(message).toContain('snap.config.json#/targets/0/transaction/form/rows/3.33');
    expect(message).toContain('Its rows: 3.1, 3.2, ');
    const remedied = { scenario: 'Token of yesterday', expected: '401xx01' };
    expect(rowOf('3.33', '11', { rows: { '3.33': remedied } })?.codes).toEqual(['4011101']);
  });
});
