import { serviceIds } from '../../protocol/services.js';

/** Compares files for the order of the services that their folders name. */
export function byService(a: string, b: string): number {
  return serviceRank(a) - serviceRank(b);
}

function serviceRank(file: string): number {
  const folder = file.split(/[/\\]/).at(-2) ?? '';
  const rank = serviceIds.findIndex((id) => id === folder);
  return rank === -1 ? serviceIds.length : rank;
}
