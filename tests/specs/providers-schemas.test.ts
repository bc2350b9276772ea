import { expect, test } from 'vitest';
import { readWireSchema, violations } from './wire-schema.js';

test('DOKU: expiresIn is a text of digits or a number, and nothing else', () => {
  const schema = readWireSchema('doku');
  const grant = {
    responseCode: '2007300',
    responseMessage: 'S',
    accessToken: 't',
    tokenType: 'Bearer',
  };
  for (const expiresIn of ['900', 900]) {
    expect(violations(schema, 'response', { ...grant, expiresIn })).toEqual([]);
  }
  for (const expiresIn of [900.5, true, null]) {
    expect(violations(schema, 'response', { ...grant, expiresIn })).toEqual([
      { path: '/expiresIn', keyword: 'type' },
    ]);
  }
});

test('Ayolinx: the response code must be there, grantType and response headers need not', () => {
  const schema = readWireSchema('ayolinx');
  const grant = { accessToken: 't', tokenType: 'Bearer', expiresIn: '3600' };
  expect(violations(schema, 'response', grant)).toEqual([
    { path: '', keyword: 'required' },
    { path: '', keyword: 'required' },
  ]);
  expect(violations(schema, 'request', {})).toEqual([]);
  expect(violations(schema, 'responseHeaders', {})).toEqual([]);
});

test('Brick: the response code is a number, in a refusal a text or a number of seven digits', () => {
  const schema = readWireSchema('brick');
  const grant = { accessToken: 't', tokenType: 'Bearer', expiresIn: 900 };
  expect(violations(schema, 'response', { ...grant, responseCode: 2007300 })).toEqual([]);
  expect(violations(schema, 'response', { ...grant, responseCode: '2007300' })).toEqual([
    { path: '/responseCode', keyword: 'const' },
    { path: '/responseCode', keyword: 'type' },
  ]);
  const error = (responseCode: unknown) =>
    violations(schema, 'error', { responseCode, responseMessage: 'm' });
  for (const code of ['4007300', 4007300]) expect(error(code)).toEqual([]);
  expect(error(400730)).toEqual([{ path: '/responseCode', keyword: 'minimum' }]);
  expect(error(40073000)).toEqual([{ path: '/responseCode', keyword: 'maximum' }]);
  expect(error('400730')).toEqual([{ path: '/responseCode', keyword: 'pattern' }]);
});
