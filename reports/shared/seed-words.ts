import type { Result } from '../../schemas/generated/result.js';

/** The seed of a run and where it came from: `123 (default)`. An early result doesn't say where. */
export function seedWords({ seed, seedFrom }: Pick<Result['run'], 'seed' | 'seedFrom'>): string {
  return seedFrom === undefined ? String(seed) : `${seed} (${seedFrom})`;
}
