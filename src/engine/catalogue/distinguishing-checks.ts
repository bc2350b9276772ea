import type { Profile } from '../../../schemas/resolved.js';
import { valueAt } from '../input/json-pointer.js';
import type { Catalogue, Requirement } from './catalogue.js';
import { levelUnder } from './level.js';

/** By id of a check, the name of the profile under which it is run. */
export type Sharing = ReadonlyMap<string, string>;

/** What is judged over grants goes by the schema of a grant too, whichever settings it names. */
const ofGrants = /^token-b2b\/(?:response|expiry)\//;

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

/** All that the outcome of a check depends on in a profile, as one text. */
function whatItSays(
  requirement: Requirement,
  profile: Profile,
  pointers: readonly string[],
): string {
  const { level, inapplicable } = levelUnder(requirement, profile, pointers);
  const more = ofGrants.test(requirement.id) ? ['/schema', '/success'] : [];
  const values = [...pointers, ...more].map((pointer) =>
    valueAt(profile, `/services/token-b2b${pointer}`),
  );
  return JSON.stringify([level, inapplicable !== undefined, values]);
}
