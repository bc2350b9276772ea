import type { Command } from 'commander';
import type { Profile } from '../../../schemas/resolved.js';
import { chooseTargets, loadConfig } from '../../engine/config/config.js';
import { profileOfTarget } from '../../engine/config/profile-of-target.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { loadProfile } from '../../engine/profile/profile.js';

/** The options that say by whose rules is signed. */
export interface RulesFlags {
  profile?: string;
  config?: string;
  target?: string;
}

/** Adds the options that say by whose rules is signed. */
export function addRulesFlags(command: Command): Command {
  return command
    .option('--profile <name>', 'whose rules: a shipped profile, or a path (default: snap-bi)')
    .option('--config <file>', 'the rules of a target of this config, overrides included')
    .option('--target <name>', 'which target of the config, if it has several');
}

/**
 * The profile that the user names, or that of a config's target with its overrides.
 *
 * @throws InputProblem when it is invalid, when both are given, and when the config has several targets and none is named.
 */
export async function profileOfFlags({ profile, config, target }: RulesFlags): Promise<Profile> {
  if (config === undefined && target === undefined)
    return loadProfile(profile ?? 'snap-bi', process.cwd());
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
  return profileOfTarget(loaded, first[1]);
}
