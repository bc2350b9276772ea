import type { Profile } from '../../../schemas/resolved.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { InputProblem } from '../input/input-problem.js';
import { schemesOf, withClientScheme } from '../profile/client-scheme.js';
import { loadProfile } from '../profile/profile.js';
import { type Call, callsOf } from './calls-of.js';
import { type LoadedConfig, targetAt } from './config.js';

/**
 * The profile of a config's target, with its overrides.
 *
 * @param call Which of the target's services it is for: some profiles leave the scheme to each client.
 * @throws InputProblem with file and pointer when the profile or an override is invalid.
 */
export function profileOfTarget(
  loaded: LoadedConfig,
  index: number,
  catalogue?: Catalogue,
  call: Call | undefined = callsOf(targetAt(loaded, index))[0],
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
  const profile = loadProfile(target.profile, folder, overrides, place, target.role, catalogue);
  return call ? withSchemeOf(profile, call, { file, pointer: `${at}/${call.member}` }) : profile;
}

/** @throws InputProblem if the config doesn't say which of several schemes the client has, or names none of them. */
function withSchemeOf(
  profile: Profile,
  { transaction }: Call,
  at: { file: string; pointer: string },
): Profile {
  const offered = schemesOf(profile.services.transaction);
  const [first, second] = offered;
  const { scheme = second === undefined ? first : undefined } = transaction;
  if (scheme === undefined)
    throw new InputProblem(
      'scheme-open',
      `profile ${profile.name} leaves the transaction scheme to each client, and the config doesn't say which this one has`,
      {
        ...at,
        remedy: `Add the one that was agreed on: ${offered.map((each) => `scheme: ${each}`).join(', or ')}.`,
      },
    );
  if (!offered.includes(scheme))
    throw new InputProblem(
      'scheme-mismatch',
      `profile ${profile.name} has no transactions of the scheme ${scheme}, but ${offered.join(' and ')}`,
      {
        file: at.file,
        pointer: `${at.pointer}/scheme`,
        remedy:
          'Leave scheme out, or name one of these. If the document has it, add it to the profile: transaction.scheme may be a list.',
      },
    );
  return withClientScheme(profile, scheme);
}
