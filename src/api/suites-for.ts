import * as authoring from '../../suites/authoring.js';
import { areas } from '../../suites/index.js';
import type { Suites } from '../engine/checks/suites.js';
import type { LoadedConfig } from '../engine/config/config.js';
import { customSuites, suitesWith } from '../engine/config/custom-suites.js';
import { shippedSuites } from './shipped-suites.js';

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
