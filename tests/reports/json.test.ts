import { describe, expect, it } from 'vitest';
import { json } from '../../reports/json.js';
import { hostile } from './fixtures/hostile.js';
import { rich } from './fixtures/result.js';

describe('result.json', () => {
  it.each([rich, hostile])('reads back as the result it was made from', (result) => {
    expect(JSON.parse(json.render(result))).toEqual(result);
  });

  it('is indented by two spaces and ends with a line feed', () => {
    for (const result of [rich, hostile, { ...rich, targets: [], exchanges: [] }])
      expect(json.render(result)).toBe(`${JSON.stringify(result, null, 2)}\n`);
  });
});
