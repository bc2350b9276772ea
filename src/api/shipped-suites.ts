import { areas } from '../../suites/index.js';
import { shippedCatalogue } from '../engine/catalogue/catalogue.js';
import { Suites } from '../engine/checks/suites.js';

let shipped: Suites | undefined;

/** The checks that come with the package. */
export function shippedSuites(): Suites {
  shipped ??= new Suites(areas, shippedCatalogue());
  return shipped;
}
