import type { TargetConfig } from '../../../schemas/generated/config.js';
import type { Profile } from '../../../schemas/resolved.js';
import { chooseTargets } from '../../engine/config/choose-targets.js';
import { loadConfig } from '../../engine/config/config.js';
import { profileOfTarget } from '../../engine/config/profile-of-target.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { loadProfile } from '../../engine/profile/profile.js';
import type { RulesFlags } from './rules-flags.js';

/** By whose rules is signed. */
export interface Rules {
  profile: Profile;
  /** The target of a config that has them; absent when a profile is named. */
  target?: TargetConfig;
}

/**
 * The profile that the user names, or that of a config's target with its overrides.
 *
 * @throws InputProblem when it is invalid, when both are given, and when the config has several targets and none is named.
 */
export async function rulesOfFlags({ profile, config, target }: RulesFlags): Promise<Rules> {
  if (config === undefined && target === undefined)
    return { profile: loadProfile(profile ?? 'snap-bi', process.cwd()) };
  if (profile !== undefined)
    throw new InputProblem(
      'conflicting-options',
      'a profile is given by --profile or by a target of a config, not by both',
      { remedy: 'Leave one of them out.' },
    );
  const loaded = await loadConfig(config, process.cwd());
  const chosen = chooseTargets(loaded, target === undefined ? [] : [target]);
  const [first] = chosen;
  if (!first || chosen.length > 1)
    throw new InputProblem('missing-option', 'the config has several targets', {
      file: loaded.file,
      pointer: '/targets',
      remedy: `Name one with --target: ${chosen.map(([{ name }]) => name).join(', ')}.`,
    });
  return { profile: profileOfTarget(loaded, first[1]), target: first[0] };
}
