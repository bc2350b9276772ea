import { InputProblem } from '../input/input-problem.js';

/**
 * What suites called until checks became values.
 *
 * @throws InputProblem that says what to write instead
 */
export function suite(_service: unknown, area: string): never {
  const name = area
    .replace(/^.*\//, '')
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  throw new InputProblem('suites-failed', 'suite() is gone: a suite exports its area', {
    remedy: `Write: export const ${name} = area(SERVICE, '${area}', [ … ]); with area from 'snap-conformance/suite'.`,
  });
}
