import { InputProblem } from './input-problem.js';
import { nearestName } from './nearest-name.js';

const codes = {
  fault: 'unknown-fault',
  variation: 'unknown-variation',
  reporter: 'unknown-reporter',
} as const;

/**
 * Checks that the names that the user gave exist.
 *
 * @param what What the names are of; a part of the message.
 * @param elsewise What to do when no name is close enough.
 * @throws InputProblem for the first unknown name, with the nearest one.
 */
export function requireNames(
  what: keyof typeof codes,
  names: readonly string[],
  known: readonly string[],
  elsewise: string = `Known: ${known.join(', ')}.`,
): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const near = nearestName(unknown, known);
  throw new InputProblem(codes[what], `there is no ${what} "${unknown}"`, {
    remedy: near === undefined ? elsewise : `Did you mean "${near}"? ${elsewise}`,
  });
}
