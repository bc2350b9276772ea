import type { Profile } from '../../../schemas/resolved.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { loadProfile } from '../profile/profile.js';
import { type LoadedConfig, targetAt } from './config.js';

/**
 * The profile of a config's target, with its overrides.
 *
 * @throws InputProblem with file and pointer when the profile or an override is invalid.
 */
export function profileOfTarget(
  loaded: LoadedConfig,
  index: number,
  catalogue?: Catalogue,
): Profile {
  const { file, folder } = loaded;
  const target = targetAt(loaded, index);
  const at = `/targets/${index}`;
  const overrides = target.overrides && {
    services: target.overrides,
    file,
    pointer: `${at}/overrides`,
  };
  const place = { file, pointer: `${at}/profile` };
  return loadProfile(target.profile, folder, overrides, place, target.role, catalogue);
}
