import type { Exchange } from '../../../schemas/generated/result.js';
import { byPlace, type Place } from './place.js';

/** An exchange that was stored, and where in the run it belongs. */
export interface PlacedExchange {
  exchange: Exchange;
  place: Place;
}

/** Exchanges in the order of the run. */
export function inOrder(exchanges: readonly PlacedExchange[]): Exchange[] {
  return exchanges.toSorted((a, b) => byPlace(a.place, b.place)).map(({ exchange }) => exchange);
}
