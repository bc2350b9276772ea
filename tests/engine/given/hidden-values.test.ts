import { expect, test } from 'vitest';
import { givenHeader } from '../../../src/engine/given/given-header.js';
import { readGiven } from '../../../src/engine/given/read-given.js';

const read = (text: string) =>
  readGiven(Buffer.from(text), {
    file: 'curl.txt',
    readFile: () => {
      throw new Error('no file is named');
    },
  });

test.for([
  'https://a.example/v1?apikey=[value-of-apikey]&b=1',
  'https://a.example/v1?apikey=%5Bvalue-of-apikey%5D',
])('a URL whose credential a report has hidden is told: %s', (url) => {
  const { pathProblem } = read(`curl --globoff '${url}' -H 'X-SIGNATURE: abc'`);
  expect(pathProblem?.message).toContain('the URL holds [value-of-apikey]');
  expect(pathProblem?.remedy).toContain('--path');
});

test('a header whose value a report has hidden is told', () => {
  const given = read(`curl 'https://a.example/v1' -H 'X-TIMESTAMP: [value-of-X-TIMESTAMP]'`);
  expect(() => givenHeader(given, 'X-TIMESTAMP', { option: '--timestamp' })).toThrow(
    'is shortened in a report',
  );
});

test('brackets of the user stay', () => {
  expect(read(`curl --globoff 'https://a.example/v1?a=[1]' -H 'X-SIGNATURE: abc'`).path).toBe(
    '/v1?a=[1]',
  );
});
