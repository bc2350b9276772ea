import type { Service, ServiceId } from '../session/service.js';
import type { Check } from './check.js';

/** The checks of one area: a value, which runs nothing by itself. */
export interface Area<S extends ServiceId = ServiceId> {
  service: Service<S>;
  /** `<service>/<area>`: the requirements' own. */
  id: string;
  checks: readonly Check<S>[];
}

/** An area of any one service. */
export type AnyArea = { [S in ServiceId]: Area<S> }[ServiceId];

/**
 * The checks of one area.
 *
 * @param name Last part of the area's id, `timestamp`; or the whole of it when requests of this service
 * show whether another keeps its word, `token-b2b/expiry`.
 */
export function area<S extends ServiceId>(
  service: Service<S>,
  name: string,
  checks: readonly Check<S>[],
): Area<S> {
  return { service, id: name.includes('/') ? name : `${service.adapter.id}/${name}`, checks };
}
