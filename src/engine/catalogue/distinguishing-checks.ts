import type { Profile } from '../../../schemas/resolved.js';
import type { Catalogue, Requirement } from './catalogue.js';
import { whatItSays } from './what-it-says.js';

/** By id of a check, the name of the profile under which it is run. */
export type Sharing = ReadonlyMap<string, string>;

/**
 * The checks of the token service whose outcome can differ between profiles, and for each profile under
 * which one of `run` each is run: under the first that says the same of it.
 *
 * @param suites The requirements, and pointers of the values that a check goes by.
 * @returns by name of a profile of `run`
 */
export function distinguishingChecks(
  suites: { catalogue: Catalogue; settingsOf(id: string): readonly string[] },
  all: readonly Profile[],
  run: readonly Profile[],
): Map<string, Sharing> {
  const requirements = [...suites.catalogue.values()].filter(({ id }) =>
    id.startsWith('token-b2b/'),
  );
  const says = (requirement: Requirement, profile: Profile) =>
    whatItSays(requirement, profile, suites.settingsOf(requirement.id));
  const telling = requirements.filter(
    (requirement) => new Set(all.map((profile) => says(requirement, profile))).size > 1,
  );
  return new Map(
    run.map((profile) => [
      profile.name,
      new Map(
        telling.map((requirement) => {
          const own = says(requirement, profile);
          const first = run.find((other) => says(requirement, other) === own) ?? profile;
          return [requirement.id, first.name];
        }),
      ),
    ]),
  );
}
