import type { UtilityFault } from '../fault.js';
import { utilityAuthFaults } from './auth.js';
import { utilityServiceFaults } from './service.js';

/** Every deviation of a signature utility, in the order of the areas. */
export const utilityFaults: readonly UtilityFault[] = [
  ...utilityAuthFaults,
  ...utilityServiceFaults,
];
