import type { Profile } from '../../../schemas/resolved.js';
import { chooseTargets } from '../../engine/config/choose-targets.js';
import { loadConfig } from '../../engine/config/config.js';
import { profileOfTarget } from '../../engine/config/profile-of-target.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { loadProfile } from '../../engine/profile/profile.js';
import type { DoctorFlags } from './flags.js';

/** A profile, and the target of a config that uses it. */
export interface EffectiveProfile {
  target?: string;
  profile: Profile;
}

/**
 * The profile that the user names, or those of the config's targets, overrides included.
 *
 * @throws InputProblem when any of them is invalid, or when both are asked for.
 */
export async function effectiveProfiles(
  { profile, role, config, target = [] }: DoctorFlags,
  folder: string,
): Promise<EffectiveProfile[]> {
  if (profile === undefined) {
    if (role !== undefined)
      throw new InputProblem('missing-option', '--role is given without --profile', {
        remedy: 'A target of a config has its own role: "role": "merchant".',
      });
    const loaded = await loadConfig(config, folder);
    return chooseTargets(loaded, target).map(([{ name }, index]) => ({
      target: name,
      profile: profileOfTarget(loaded, index),
    }));
  }
  if (config !== undefined || target.length > 0) {
    throw new InputProblem(
      'conflicting-options',
      'a profile is given by --profile or by a target of a config, not by both',
      {
        remedy: 'Without --profile, those of the targets are shown.',
      },
    );
  }
  return [{ profile: loadProfile(profile, folder, undefined, undefined, role) }];
}
