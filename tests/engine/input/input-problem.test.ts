import { describe, expect, test } from 'vitest';
import { InputProblem, type InputProblemDetail } from '../../../src/engine/input/input-problem.js';

const detail = (index: number): InputProblemDetail => ({
  code: 'invalid-value',
  what: `value ${index} is wrong`,
  file: 'snap.config.yaml:1:2',
  pointer: `/targets/${index}`,
  remedy: 'Write another one.',
});

describe('one problem', () => {
  test('keeps code, file, pointer and remedy, and puts them in its message', () => {
    const { code, what, ...place } = detail(0);
    const cause = new Error('why');
    const problem = new InputProblem(code, what, place, { cause });
    expect(problem).toMatchObject({ name: 'InputProblem', code, ...place, cause });
    expect(problem.problems).toEqual([detail(0)]);
    expect(problem.message).toBe(
      'value 0 is wrong\n  at snap.config.yaml:1:2#/targets/0\n  Write another one.',
    );
  });

  test('of which only the text is known has no other field', () => {
    const problem = new InputProblem('invalid-option', 'it is wrong');
    expect(problem.message).toBe('it is wrong');
    expect(problem.problems).toEqual([{ code: 'invalid-option', what: 'it is wrong' }]);
    expect(problem.file).toBeUndefined();
    expect(problem).not.toHaveProperty('cause');
  });
});

describe('several problems', () => {
  test('are one error with the fields of the first', () => {
    const problem = InputProblem.all([detail(3), { ...detail(4), code: 'unknown-member' }]);
    expect(problem).toMatchObject({ code: 'invalid-value', pointer: '/targets/3' });
    expect(problem.problems.map(({ code }) => code)).toEqual(['invalid-value', 'unknown-member']);
    expect(problem.message).toMatch(/^value 3 is wrong\n.*\n.*\nvalue 4 is wrong\n/);
  });

  test('are all kept; the message has the first fifty, and how many more there are', () => {
    const problem = InputProblem.all(Array.from({ length: 53 }, (_, index) => detail(index)));
    expect(problem.problems).toHaveLength(53);
    expect(problem.message).toContain('value 49 is wrong');
    expect(problem.message).not.toContain('value 50 is wrong');
    expect(problem.message).toMatch(/\nand 3 more$/);
  });
});
