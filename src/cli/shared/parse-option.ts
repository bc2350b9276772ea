import { InputProblem } from '../../engine/input/input-problem.js';

/** Reads an option that can be given several times, each time with several values between commas. */
export function list(value: string, before: readonly string[] = []): string[] {
  const values = value.split(',').map((part) => part.trim());
  return [...before, ...values.filter((part) => part !== '')];
}

/** Reads an option that can be given several times, a value each time. */
export function collected(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}

/**
 * A parser of whole numbers from `least` to `most`.
 *
 * @throws InputProblem, when it parses, for anything else.
 */
export function wholeNumber(
  option: string,
  least: number,
  most: number = Number.MAX_SAFE_INTEGER,
): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= least && number <= most) return number;
    const range =
      most === Number.MAX_SAFE_INTEGER ? `of ${least} or more` : `from ${least} to ${most}`;
    throw new InputProblem(
      'invalid-option',
      `${option} takes a whole number ${range}, not "${value}"`,
    );
  };
}

/**
 * Reads a seed: a whole number, or `random`.
 *
 * @throws InputProblem when it is anything else.
 */
export function seed(value: string): number | 'random' {
  if (value === 'random') return value;
  const number = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(number)) return number;
  throw new InputProblem(
    'invalid-option',
    `--seed takes a whole number of 0 or more, or random, not "${value}"`,
  );
}

/**
 * A parser of numbers above zero.
 *
 * @throws InputProblem, when it parses, for anything else.
 */
export function positiveNumber(option: string): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (/^\d*\.?\d+$/.test(value) && number > 0) return number;
    throw new InputProblem('invalid-option', `${option} takes a number above 0, not "${value}"`);
  };
}

/**
 * Reads `I/N`: part I of N, counted from 1.
 *
 * @throws InputProblem when it is anything else.
 */
export function shard(value: string): { index: number; count: number } {
  const [, index = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(value) ?? []).map(Number);
  if (index >= 1 && index <= count) return { index, count };
  throw new InputProblem('invalid-option', `--shard takes I/N with I from 1 to N, not "${value}"`, {
    remedy: 'Three jobs that share a run take --shard 1/3, --shard 2/3 and --shard 3/3.',
  });
}
