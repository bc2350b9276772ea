import { parse } from 'node:querystring';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { writeTokenBody } from '../../src/protocol/token-body.js';

it('is written as JSON or as a form', () => {
  const members = { grantType: 'client_credentials' };
  expect(writeTokenBody(members, 'json')).toBe('{"grantType":"client_credentials"}');
  expect(writeTokenBody(members, 'form')).toBe('grantType=client_credentials');
  expect(writeTokenBody({ 'a b': 'é&=+', n: 1, o: { x: null } }, 'form')).toBe(
    'a+b=%C3%A9%26%3D%2B&n=1&o=%7B%22x%22%3Anull%7D',
  );
});

it("is read back by node's older reader of forms", () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 });
  fc.assert(
    fc.property(fc.dictionary(text, text, { minKeys: 1, noNullPrototype: true }), (members) => {
      expect({ ...parse(writeTokenBody(members, 'form')) }).toEqual({ ...members });
    }),
  );
});
