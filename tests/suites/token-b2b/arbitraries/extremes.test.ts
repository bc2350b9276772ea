import { describe, expect, test } from 'vitest';
import {
  oversizedBodies,
  tooDeepBodies,
} from '../../../../suites/token-b2b/arbitraries/extremes.js';

const right = '{"grantType":"client_credentials"}';

/** Levels of nesting, counted by walking down the value. */
function depthOf(value: unknown): number {
  let depth = 0;
  for (let at = value; typeof at === 'object' && at !== null; depth += 1) {
    at = Object.values(at).at(-1);
  }
  return depth;
}

describe('tooDeepBodies', () => {
  const [objects, arrays, open] = tooDeepBodies(right);

  test.for([objects, arrays])('$name.id besides the right member', (body) => {
    const value = JSON.parse(body?.text ?? '') as Record<string, unknown>;
    expect(value['grantType']).toBe('client_credentials');
    expect(depthOf(value['additionalInfo'])).toBeGreaterThanOrEqual(10_000);
  });

  test('brackets that are never closed are no JSON', () => {
    expect(open?.text).toHaveLength(10_000);
    expect(() => JSON.parse(open?.text ?? '') as unknown).toThrow(SyntaxError);
  });
});

describe('oversizedBodies', () => {
  test.for(oversizedBodies(right))('$name.id: 1 MiB and right JSON', ({ text }) => {
    expect(Buffer.byteLength(text)).toBe(1_048_576);
    expect(JSON.parse(text)).toMatchObject({ grantType: 'client_credentials' });
  });
});
