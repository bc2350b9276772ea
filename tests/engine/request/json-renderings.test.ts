import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { json } from '../../../src/engine/request/json-renderings.js';

const body = Buffer.from(
  '{"url":"https://toko.example/a?b=1","name":"Jokul \\u00e9 😀","list":[1,"a,b:c",{}], "empty":{},"quote":"\\"\\\\\\n"}',
);

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What the libraries themselves make of this body. */
describe('the renderings', () => {
  test('json.dumps of Python 3 without arguments', () => {
    expect(json.python(body)).toBe(
      '{"url": "https://toko.example/a?b=1", "name": "Jokul \\u00e9 \\ud83d\\ude00", "list": [1, "a,b:c", {}], "empty": {}, "quote": "\\"\\\\\\n"}',
    );
    // Printed by Python 3.
    expect(sha256(json.python(body))).toBe(
      '768f089902d729bb848e92e6bc77dd0453012ce8b7802d3500c3f4c3586c4d67',
    );
  });

  test('json_encode of PHP without flags: json.dumps without spaces, and slashes escaped', () => {
    const php =
      '{"url":"https:\\/\\/toko.example\\/a?b=1","name":"Jokul \\u00e9 \\ud83d\\ude00","list":[1,"a,b:c",{}],"empty":{},"quote":"\\"\\\\\\n"}';
    expect(json.php(body)).toBe(php);
    expect(json.phpArrays(body)).toBe(php.replaceAll('{}', '[]'));
    // Printed by Python 3: json.dumps(value, separators=(',', ':')).
    expect(sha256(json.php(body).replaceAll('\\/', '/'))).toBe(
      '246d80a551861777476f9c3bc284c2c0fd6182bb827ea7f797a1e2c8c6539fb7',
    );
  });

  test('JSON.stringify: json.dumps with ensure_ascii=False, without spaces', () => {
    expect(sha256(json.javascript(body))).toBe(
      '88310a04a73303cadf63074a4271bd0817fae71065612a2c651ef4889415e7c0',
    );
  });

  test('members by name: json.dumps with sort_keys=True', () => {
    expect(sha256(json.sorted(body))).toBe(
      '50cb1e0554cd57ce53ccb6c6a3628c0d7c74ed77cf0b2a049afdc1e9db1a1018',
    );
    expect(json.sorted(Buffer.from('[{"b":{"d":1,"c":2},"a":null}]'))).toBe(
      '[{"a":null,"b":{"c":2,"d":1}}]',
    );
  });

  test('the spelling of numbers is lost', () => {
    const numbers = Buffer.from('[10000.00,1e2,-0,12345678901234567890]');
    expect(json.javascript(numbers)).toBe('[10000,100,0,12345678901234567000]');
  });

  test('what is not JSON stays as it is', () => {
    for (const write of Object.values(json)) expect(write(Buffer.from('{a: 1}'))).toBe('{a: 1}');
  });
});
