import type { Arbitrary } from 'fast-check';
import {
  type Held,
  type PropertyOptions,
  type PropertyOutcome,
  runProperty,
} from '../../../src/engine/checks/property.js';

/** Runs a property that tries smaller values like any others. */
export function tried<T>(
  arbitrary: Arbitrary<T>,
  probe: (value: T) => Promise<Held>,
  options: PropertyOptions,
): Promise<PropertyOutcome<T>> {
  return runProperty(arbitrary, { sampled: probe, smaller: probe }, options);
}
