import { serviceIds } from '../../protocol/services.js';

/** The areas that judge all messages of the run come last within their service, when all have been seen. */
const lastAreas = ['security', 'response', 'expiry', 'errors'];

/** Compares suite files for the order in which a run takes them. */
export function byAreaOrder(a: string, b: string): number {
  return byService(a, b) || areaRank(a) - areaRank(b) || a.localeCompare(b);
}

/** Compares files for the order of the services that their folders name. */
export function byService(a: string, b: string): number {
  return serviceRank(a) - serviceRank(b);
}

function serviceRank(file: string): number {
  const folder = file.split(/[/\\]/).at(-2) ?? '';
  const rank = serviceIds.findIndex((id) => id === folder);
  return rank === -1 ? serviceIds.length : rank;
}

function areaRank(file: string): number {
  return lastAreas.findIndex((area) => new RegExp(`[/\\\\]${area}\\.suite\\.`).test(file));
}
