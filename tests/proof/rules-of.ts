import type { Profile } from '../../schemas/resolved.js';
import { shippedSuites } from '../../src/api/shipped-suites.js';
import { levelUnder } from '../../src/engine/catalogue/level.js';
import { valueAt } from '../../src/engine/input/json-pointer.js';

/** What a profile says to each check that depends on the profile, by the check's id. */
export type Rules = ReadonlyMap<string, string>;

/** Areas that every target can be tested in: they need no customer and send no private key. */
const areas = /^(?:token-b2b|transaction)\/(?!customer)/;

/** The checks that depend on settings, as each declares, and what a profile says to them. */
export function rulesOf(profile: Profile): Rules {
  const rules = new Map<string, string>();
  const suites = shippedSuites();
  for (const requirement of suites.catalogue.values()) {
    const [service = ''] = requirement.area.split('/');
    const pointers = suites.settingsOf(requirement.id);
    if (!areas.test(`${requirement.area}/`) || pointers.length === 0) continue;
    const { inapplicable } = levelUnder(requirement, profile);
    const values = pointers.map((pointer) => valueAt(profile, `/services/${service}${pointer}`));
    rules.set(requirement.id, inapplicable === undefined ? text(values) : 'inapplicable');
  }
  return rules;
}

/** The pattern of a message is judged. Its wording isn't: that is only what the sandbox sends. */
function text(values: unknown[]): string {
  return JSON.stringify(values, (key, value: unknown) => (key === 'message' ? undefined : value));
}

/** Ids of the checks to which two profiles say different things. */
export function differing(one: Rules, other: Rules): string[] {
  return [...one].filter(([id, rule]) => other.get(id) !== rule).map(([id]) => id);
}
