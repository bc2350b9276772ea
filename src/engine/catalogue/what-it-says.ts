import type { Profile } from '../../../schemas/resolved.js';
import { valueAt } from '../input/json-pointer.js';
import type { Requirement } from './catalogue.js';
import { levelUnder } from './level.js';

/** What is judged over grants goes by the schema of a grant too, whichever settings it names. */
const ofGrants = /^token-b2b(?:2c)?\/(?:response|expiry)\//;

/**
 * All that the outcome of a check depends on in a profile, as one text.
 *
 * @param pointers Below the service's settings, of the values that the check goes by.
 */
export function whatItSays(
  requirement: Requirement,
  profile: Profile,
  pointers: readonly string[],
): string {
  const { id } = requirement;
  const { level, inapplicable } = levelUnder(requirement, profile, pointers);
  const more = ofGrants.test(id) ? ['/schema', '/success'] : [];
  const service = id.split('/')[0] ?? '';
  const values = [...pointers, ...more].map((pointer) =>
    valueAt(profile, `/services/${service}${pointer}`),
  );
  return JSON.stringify([level, inapplicable !== undefined, values]);
}
