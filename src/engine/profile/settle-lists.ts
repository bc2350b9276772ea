import type { Origin } from '../../../schemas/resolved.js';
import { isObject } from '../input/text.js';

/**
 * Takes what a merged profile lists apart into the one that is tested and the others, with their origin: the paths of
 * the token service, and the schemes of transactions.
 */
export function settleLists(
  services: Record<string, unknown>,
  origins: Record<string, Origin>,
): void {
  settleList(services, origins, 'token-b2b', 'path', 'otherPaths');
  settleList(services, origins, 'transaction', 'scheme', 'otherSchemes');
}

function settleList(
  services: Record<string, unknown>,
  origins: Record<string, Origin>,
  service: string,
  name: string,
  others: string,
): void {
  const settings = services[service];
  if (!isObject(settings)) return;
  const listed = settings[name];
  if (!Array.isArray(listed)) return;
  const [first, ...rest] = listed as unknown[];
  settings[name] = first;
  if (rest.length === 0) return;
  settings[others] = rest;
  const origin = origins[`/services/${service}/${name}`];
  if (origin) origins[`/services/${service}/${others}`] = origin;
}
