import type { Policy } from '../../../schemas/generated/policy.js';
import { fitsPattern } from '../../engine/catalogue/choose.js';
import { levelUnder } from '../../engine/catalogue/level.js';
import type { Suites } from '../../engine/checks/suites.js';
import type { AcceptedTarget } from './policy.js';

/** A requirement that has to hold. */
export interface AskedRequirement {
  id: string;
  service: string;
  /** By catalogue and profile. */
  level: 'MUST' | 'SHOULD' | 'MAY';
  /** It may be untested. */
  optional: boolean;
}

const levels = ['MUST', 'SHOULD', 'MAY'] as const;

/** What a policy asks of a target, in the catalogue's order: by the catalogue and the profile, not by the result. */
export function askedRequirements(
  { requirements = {} }: Policy,
  { services, profile }: AcceptedTarget,
  suites: Suites,
): AskedRequirement[] {
  const { level: least = 'MUST', also = [], mayBeUntested = [] } = requirements;
  const { catalogue } = suites;
  return [...catalogue.values()].flatMap((requirement) => {
    const { id, area } = requirement;
    const service = services.find((each) => area.startsWith(`${each}/`));
    if (service === undefined) return [];
    const { level } = levelUnder(requirement, profile, suites.settingsOf(id));
    const fits = (pattern: string) => fitsPattern(catalogue, id, pattern);
    const isAsked = levels.indexOf(level) <= levels.indexOf(least) || also.some(fits);
    return isAsked ? [{ id, service, level, optional: mayBeUntested.some(fits) }] : [];
  });
}
