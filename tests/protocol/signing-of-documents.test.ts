import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { bodyHash } from '../../src/protocol/body-hash.js';
import { minify } from '../../src/protocol/minify.js';
import { signedPath } from '../../src/protocol/signed-path.js';
import { tokenStringToSign } from '../../src/protocol/string-to-sign.js';
import { transactionStringToSign } from '../../src/protocol/transaction-string-to-sign.js';

/** What documents have signed otherwise than the standard. */

const body = Buffer.from(
  '{\r\n\t"virtualAccountNo" : "   12334",\n "name": "Setya Wardana\\n é" }\n',
);

/** SHA-256 of what a shell command makes of the body, in hex, by openssl. */
const hashOf = (command: string) =>
  execFileSync('sh', ['-c', `${command} | openssl dgst -sha256 -r`], { input: body })
    .toString()
    .slice(0, 64);

describe('the hash of the body', () => {
  it('is that of the bytes as sent where the document says raw', () => {
    expect(minify(body, 'raw')).toEqual(body);
    expect(bodyHash(body, 'raw')).toBe(hashOf('cat'));
  });

  it('is that of the body without any white space where the document says so', () => {
    expect(minify(body, 'all-white-space').toString()).toBe(
      '{"virtualAccountNo":"12334","name":"SetyaWardana\\né"}',
    );
    // In the C locale white space is what it is in ASCII.
    expect(bodyHash(body, 'all-white-space')).toBe(hashOf("LC_ALL=C tr -d '[:space:]'"));
  });

  it('is another one by each rule, and the same for a body without white space', () => {
    const rules = ['standard', 'raw', 'all-white-space'] as const;
    const compact = Buffer.from('{"a":"b"}');
    expect(new Set(rules.map((rule) => bodyHash(body, rule))).size).toBe(3);
    expect(new Set(rules.map((rule) => bodyHash(compact, rule))).size).toBe(1);
    expect(new Set(rules.map((rule) => bodyHash(undefined, rule))).size).toBe(1);
  });
});

describe('the delimiter', () => {
  const parts = { method: 'POST', path: '/a', bodyHash: 'f0', timestamp: 't' };

  it.each([
    [undefined, 'id|t', 'POST:/a:tok:f0:t'],
    [':', 'id:t', 'POST:/a:tok:f0:t'],
    ['|', 'id|t', 'POST|/a|tok|f0|t'],
    ['none', 'idt', 'POST/atokf0t'],
    ['::', 'id::t', 'POST::/a::tok::f0::t'],
  ])('%s', (delimiter, token, transaction) => {
    expect(tokenStringToSign('id', 't', delimiter)).toBe(token);
    expect(transactionStringToSign({ ...parts, accessToken: 'tok' }, delimiter)).toBe(transaction);
  });
});

describe('the signed path', () => {
  it.each([
    ['/gateway/v1.0/balance', { cut: '/gateway', add: 'none' }, '/v1.0/balance'],
    ['/gateway/v1.0/balance?a=1', { cut: '/gateway', add: '/api' }, '/api/v1.0/balance?a=1'],
    ['/v1.0/balance', { cut: '/gateway', add: 'none' }, '/v1.0/balance'],
    ['/gateways/v1.0', { cut: '/gateway', add: 'none' }, '/gateways/v1.0'],
    ['/v1.0/gateway', { cut: '/gateway', add: 'none' }, '/v1.0/gateway'],
    ['/v1.0', { cut: 'none', add: '/api/snap' }, '/api/snap/v1.0'],
    ['/gateway?a=1', { cut: '/gateway', add: 'none' }, '?a=1'],
    ['/v1.0', { cut: 'none', add: 'none' }, '/v1.0'],
  ])('%s by %j is %s', (target, change, expected) => {
    expect(signedPath(target, 'with-query', change)).toBe(expected);
  });

  it('goes by the mode of the query too', () => {
    const change = { cut: '/gateway', add: '/api' };
    expect(signedPath('/gateway/a?c=1&b=2', 'sorted-query', change)).toBe('/api/a?b=2&c=1');
    expect(signedPath('/gateway/a?c=1&b=2', 'no-query', change)).toBe('/api/a');
  });
});
