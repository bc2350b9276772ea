import type { Services } from '../../schemas/generated/profile.js';
import type { Profile } from '../../schemas/resolved.js';
import { loadProfile } from '../../src/engine/profile/profile.js';

const loaded = new Map<string, Profile>();

/**
 * A profile with the overrides of a target, and a role in place of its own. From source one takes a tenth of a
 * second to read, so that each is read once a process; every caller gets a copy.
 *
 * @param profile Name of a shipped one, or a path.
 * @param target Whose overrides they are, for messages.
 */
export function profileFor(
  profile: string,
  target: string,
  { overrides, role }: { overrides?: Services | undefined; role?: Profile['role'] | undefined },
): Profile {
  const key = JSON.stringify([profile, overrides && { target, overrides }, role]);
  const known = loaded.get(key);
  if (known) return structuredClone(known);
  const own = overrides && { services: overrides, file: target, pointer: '' };
  const read = loadProfile(profile, import.meta.dirname, own, undefined, role);
  loaded.set(key, structuredClone(read));
  return read;
}
