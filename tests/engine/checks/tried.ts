import type { Arbitrary } from 'fast-check';
import {
  type Held,
  type PropertyOptions,
  type PropertyOutcome,
  runProperty,
} from '../../../src/engine/checks/property.js';

/** Runs a property that tries smaller values like any others, and has no examples unless they are given. */
export function tried<T>(
  arbitrary: Arbitrary<T>,
  probe: (value: T) => Promise<Held>,
  options: Omit<PropertyOptions<T>, 'examples'> & Partial<PropertyOptions<T>>,
): Promise<PropertyOutcome<T>> {
  return runProperty(arbitrary, { sampled: probe, smaller: probe }, { examples: [], ...options });
}
