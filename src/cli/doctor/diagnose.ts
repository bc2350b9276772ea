import { loadPublicKey } from '../../protocol/keys.js';
import { exitStatus } from '../shared/exit-status.js';
import { readKeyFile } from '../shared/read-key-file.js';
import { terminalOf } from '../shared/terminal.js';
import type { DoctorFlags } from './flags.js';

/**
 * Examines what the flags name and prints what was found.
 *
 * @returns the exit status
 * @throws InputProblem when the public key can't be read.
 */
export async function diagnose(flags: DoctorFlags): Promise<number> {
  const { config, target, publicKey, deep, json } = flags;
  const registered =
    publicKey === undefined ? undefined : readKeyFile(publicKey, '--public-key', loadPublicKey).key;
  const { examine } = await import('../../engine/doctor/examine.js');
  if (deep) {
    const { mostAttempts } = await import('../../engine/control/attempt-all.js');
    console.error(
      `--deep: a service that refuses its valid request is sent up to ${mostAttempts.deep} more, one at a time`,
    );
  }
  const examinations = await examine(
    {
      ...(config !== undefined && { config }),
      ...(target && { target }),
      ...(registered && { registered }),
      ...(deep && { deep }),
    },
    process.cwd(),
  );
  if (json) console.log(JSON.stringify(examinations, undefined, 2));
  else {
    const { doctorText } = await import('./doctor-text.js');
    console.log(doctorText(examinations, terminalOf(process.stdout)));
  }
  const outcomes = examinations.map(({ outcome }) => outcome);
  if (outcomes.includes('misconfigured')) return exitStatus.usage;
  if (outcomes.includes('other-rule')) return exitStatus.nonConformant;
  return outcomes.includes('unready') ? exitStatus.inconclusive : exitStatus.conformant;
}

/** Prints the profiles in effect. */
export async function showProfiles(flags: DoctorFlags): Promise<void> {
  const { effectiveProfiles } = await import('./effective-profiles.js');
  const { profileData, profileText } = await import('../explain/profile-text.js');
  const profiles = await effectiveProfiles(flags, process.cwd());
  if (flags.json) console.log(JSON.stringify(profiles.map(profileData), undefined, 2));
  else {
    const terminal = terminalOf(process.stdout);
    console.log(profiles.map((each) => profileText(each, terminal)).join('\n\n'));
  }
}
