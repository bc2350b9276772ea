import type { Profile } from '../../../schemas/resolved.js';
import type { Message, Text } from '../../messages/message.js';
import type { Requirement } from './catalogue.js';
import { notOffered } from './not-offered.js';
import { thirdPartyLevel, thirdPartyOnly } from './third-party-level.js';

/** A requirement as one profile has it. */
export interface RequirementUnder {
  level: Requirement['level'];
  /** Why the level is lower than the requirement's own, or than what the profile makes it. */
  lowered?: Message;
  /** Why the profile takes the requirement away: a profile's own reason is plain text. */
  inapplicable?: Text;
  sources: string[];
}

/**
 * Level of a requirement under a profile; `inapplicable` if its document takes it away.
 *
 * @param settings Pointers, below the service's settings, of the values that its check goes by: if one
 * of them, or the level itself, is known from a third party only, a MUST is a SHOULD.
 */
export function levelUnder(
  requirement: Requirement,
  profile: Profile,
  settings: readonly string[] = [],
): RequirementUnder {
  const { level, area } = requirement;
  const sources = requirement.sources.map(({ at }) => at);
  const service = area.split('/')[0] ?? '';
  const missing = notOffered(service, profile);
  if (missing)
    return { level, inapplicable: missing.reason, sources: [missing.source, ...sources] };
  const change = profile.requirements[requirement.id];
  const all = change ? [change.origin.source, ...sources] : sources;
  if (change?.level === 'inapplicable')
    return { level, inapplicable: change.because, sources: all };
  const demanded = change?.level ?? level;
  const lowered =
    demanded === 'MUST' ? thirdPartyLevelUnder(requirement, profile, settings) : undefined;
  return lowered === undefined
    ? { level: demanded, sources: all }
    : { level: 'SHOULD', lowered, sources: all };
}

/** Why a MUST is none after all: a third party alone has the level itself, or a value that the check goes by. */
function thirdPartyLevelUnder(
  { id, area, level }: Requirement,
  profile: Profile,
  settings: readonly string[],
): Message | undefined {
  const change = profile.requirements[id];
  if (change && change.origin.confidence !== 'third-party') return undefined;
  // If the standard demands it too, the demand itself isn't in question.
  if (change && level !== 'MUST') return thirdPartyOnly([change.origin]);
  return thirdPartyLevel(profile, area.split('/')[0] ?? '', settings);
}
