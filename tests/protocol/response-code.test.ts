import { describe, expect, it } from 'vitest';
import {
  parseResponseCode,
  responseCase,
  responseCases,
} from '../../src/protocol/response-code.js';

describe('parseResponseCode', () => {
  it.each([
    ['2007300', { httpStatus: 200, serviceCode: '73', caseCode: '00' }],
    ['4007402', { httpStatus: 400, serviceCode: '74', caseCode: '02' }],
    ['4040119', { httpStatus: 404, serviceCode: '01', caseCode: '19' }],
    ['0000000', { httpStatus: 0, serviceCode: '00', caseCode: '00' }],
  ])('takes %s apart', (code, parts) => {
    expect(parseResponseCode(code)).toEqual(parts);
  });

  it.each([
    '',
    '400730',
    '40073000',
    '400730x',
    '4007300\n',
    ' 4007300',
    '-400730',
    '4e07300',
    '400.730',
    '\u0664007300',
    '\uFF14007300',
  ])('refuses %j', (code) => {
    expect(parseResponseCode(code)).toBeUndefined();
  });
});

describe('parseResponseCode, for a service whose code has letters', () => {
  it('takes letters for the service, and for nothing else', () => {
    const us = { httpStatus: 409, serviceCode: 'US', caseCode: '00' };
    expect(parseResponseCode('409US00', 'US')).toEqual(us);
    expect(parseResponseCode('4017300', 'US')?.serviceCode).toBe('73');
    expect(parseResponseCode('409us00', 'US')).toBeUndefined();
    expect(parseResponseCode('40AUS00', 'US')).toBeUndefined();
    expect(parseResponseCode('409US00', '73')).toBeUndefined();
  });
});

describe('the table', () => {
  it('has every case of the standard, by status', () => {
    const counts = new Map<number, number>();
    for (const { httpStatus } of responseCases) {
      counts.set(httpStatus, (counts.get(httpStatus) ?? 0) + 1);
    }
    expect([...counts]).toEqual([
      [200, 1],
      [202, 1],
      [400, 3],
      [401, 5],
      [403, 24],
      [404, 20],
      [405, 2],
      [409, 2],
      [429, 1],
      [500, 3],
      [504, 1],
    ]);
  });

  it('numbers the cases of each status from 00 without a gap', () => {
    let status = 0;
    let next = 0;
    for (const { httpStatus, caseCode } of responseCases) {
      next = httpStatus === status ? next + 1 : 0;
      status = httpStatus;
      expect(`${status} ${caseCode}`).toBe(`${status} ${String(next).padStart(2, '0')}`);
    }
  });

  it('has a message of at most 150 characters and a meaning for each', () => {
    for (const each of responseCases) {
      expect(each.message).toMatch(/^\S.{0,148}\S$/);
      expect(each.meaning).toMatch(/^\S.*\S$/);
    }
  });

  it('lets the token services use these', () => {
    const codes = responseCases
      .filter(({ token }) => token)
      .map(({ httpStatus, caseCode }) => `${httpStatus}/${caseCode}`);
    expect(codes).toEqual([
      '200/00',
      '400/00',
      '400/01',
      '400/02',
      '401/00',
      '403/01',
      '405/00',
      '429/00',
      '500/00',
      '500/01',
      '500/02',
      '504/00',
    ]);
  });
});

describe('responseCase', () => {
  it.each([
    [200, '00', 'Successful'],
    [202, '00', 'Request In Progress'],
    [400, '00', 'Bad Request'],
    [400, '01', 'Invalid Field Format {field name}'],
    [400, '02', 'Invalid Mandatory Field {field name}'],
    [401, '00', 'Unauthorized. [reason]'],
    [401, '01', 'Invalid Token (B2B)'],
    [401, '04', 'Customer Token Not Found'],
    [403, '14', 'Insufficient Funds'],
    [403, '23', 'Account Limit Exceed'],
    [404, '10', 'Invalid API Transition'],
    [404, '16', 'Partner Not Found'],
    [404, '18', 'Inconsistent Request'],
    [405, '00', 'Requested Function Is Not Supported'],
    [409, '00', 'Conflict'],
    [429, '00', 'Too Many Requests'],
    [500, '02', 'External Server Error'],
    [504, '00', 'Timeout'],
  ])('knows %i/%s as %s', (httpStatus, caseCode, message) => {
    expect(responseCase(httpStatus, caseCode)).toMatchObject({ httpStatus, caseCode, message });
  });

  it.each([
    [400, '03'],
    [400, '1'],
    [400, '99'],
    [404, '20'],
    [418, '00'],
  ])('knows no %i/%s', (httpStatus, caseCode) => {
    expect(responseCase(httpStatus, caseCode)).toBeUndefined();
  });
});
