import type { Result } from '../../schemas/generated/result.js';
import { type Lookup, lookUp } from '../shared/lookup.js';
import { type Anchors, anchorsFor } from './anchors.js';

/** What every part of the page renders from. */
export interface View {
  result: Result;
  lookup: Lookup;
  anchors: Anchors;
}

/** Prepares a result for the page. */
export function viewOf(result: Result): View {
  return { result, lookup: lookUp(result), anchors: anchorsFor(result) };
}
