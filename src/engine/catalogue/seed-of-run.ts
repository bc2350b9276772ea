import { randomInt } from 'node:crypto';
import type { RunPlan } from '../plan/plan.js';
import type { Catalogue } from './catalogue.js';
import { catalogueDigest } from './digest.js';

/** Seeds are below this. */
const seeds = 2 ** 31;

/**
 * The seed of a run's inputs. Unless it is asked for otherwise it follows from the catalogue, so that the same server
 * has the same verdict in each run; `random` draws one, to explore.
 */
export function seedOfRun(
  asked: number | 'random' | undefined,
  catalogue: Catalogue,
): Required<Pick<RunPlan, 'seed' | 'seedFrom'>> {
  if (asked === 'random') return { seed: randomInt(seeds), seedFrom: 'random' };
  if (asked !== undefined) return { seed: asked, seedFrom: 'given' };
  const digits = catalogueDigest(catalogue).replace('sha256:', '').slice(0, 8);
  return { seed: Number.parseInt(digits, 16) % seeds, seedFrom: 'default' };
}
