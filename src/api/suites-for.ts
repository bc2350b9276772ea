import * as authoring from '../../suites/authoring.js';
import { areas } from '../../suites/index.js';
import { shippedCatalogue } from '../engine/catalogue/catalogue.js';
import { Suites } from '../engine/checks/suites.js';
import type { LoadedConfig } from '../engine/config/config.js';
import { customSuites, suitesWith } from '../engine/config/custom-suites.js';

let shipped: Suites | undefined;

/** The checks that come with the package. */
export function shippedSuites(): Suites {
  shipped ??= new Suites(areas, shippedCatalogue());
  return shipped;
}

/**
 * The checks that a run of a config has: the shipped ones, then those of the suites that it names.
 *
 * @throws InputProblem for a suite that can't be used.
 */
export async function suitesFor(loaded: LoadedConfig): Promise<Suites> {
  const custom = customSuites(loaded);
  if (custom.length === 0) return shippedSuites();
  return suitesWith(areas, custom, { 'snap-conformance/suite': authoring });
}
