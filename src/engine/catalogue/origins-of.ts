import type { Origin, Profile } from '../../../schemas/resolved.js';

/**
 * Where the values at a pointer below a service's settings come from: the value's own origin, those of all
 * below it, or else that of the list that holds it. By pointer from the profile's root.
 */
export function originsOf(
  { origins }: Pick<Profile, 'origins'>,
  service: string,
  pointer: string,
): [at: string, origin: Origin][] {
  const full = `/services/${service}${pointer}`;
  return entriesOf(origins).filter(
    ([at]) => at === full || at.startsWith(`${full}/`) || full.startsWith(`${at}/`),
  );
}

/** A run asks for the origins of each setting of each check of each target. */
const known = new WeakMap<Profile['origins'], [at: string, origin: Origin][]>();

function entriesOf(origins: Profile['origins']): [at: string, origin: Origin][] {
  const entries = known.get(origins) ?? Object.entries(origins);
  known.set(origins, entries);
  return entries;
}
