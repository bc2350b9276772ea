import type { Result } from '../../schemas/generated/result.js';

/** The targets of the config that were not chosen, in words; undefined if all were. */
export function leftOutWords({ run }: Pick<Result, 'run'>): string | undefined {
  const { targetsLeftOut = [] } = run;
  if (targetsLeftOut.length === 0) return undefined;
  const targets = targetsLeftOut.length === 1 ? 'target' : 'targets';
  return `${targets} left out: ${targetsLeftOut.join(', ')}`;
}
