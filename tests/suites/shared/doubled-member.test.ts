import { expect, test } from 'vitest';
import { doubledMember } from '../../../suites/shared/doubled-member.js';

test.for([
  ['{"a":1,"b":{"a":2},"c":[{"a":3},{"a":4}]}', undefined],
  ['{"a":"{\\"b\\":1,\\"b\\":2}"}', undefined],
  ['[1,"a","a"]', undefined],
  ['"a"', undefined],
  ['{"a":1,"a":1}', 'a'],
  ['{"a":1,"b":"a","a":2}', 'a'],
  ['{"to\\u006ben":1,"token":2}', 'token'],
  ['{"additionalInfo":{"list":[{"x":1,"x":2}]}}', 'additionalInfo.list.x'],
  ['{"__proto__":1,"__proto__":2}', '__proto__'],
  ['{"a\\\\":1,"a\\\\":2}', 'a\\'],
] as const)('in %s stands twice: %s', ([text, member]) => {
  expect(doubledMember(text)).toBe(member);
});

test('a text of a mebibyte with many members is read once', () => {
  const members = Array.from({ length: 50_000 }, (_, at) => `"m${at}": "${'x'.repeat(10)}"`);
  expect(doubledMember(`{${members.join(', ')}, "m49999": 0}`)).toBe('m49999');
});
