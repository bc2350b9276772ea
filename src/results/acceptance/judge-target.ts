import type { Result, TargetResult } from '../../../schemas/generated/result.js';
import type { Profile } from '../../../schemas/resolved.js';
import { profileDigest } from '../../engine/catalogue/digest.js';
import { schemesOf, withClientScheme } from '../../engine/profile/client-scheme.js';
import type { AcceptedTarget } from './policy.js';
import type { Refusal } from './refusal.js';

/** The targets of a result that a policy's target is, and why none or one of them isn't. */
export interface FoundTargets {
  found: TargetResult[];
  refusals: Refusal[];
}

/** Finds a policy's target by base URL, role and profile. One endpoint may be tested as several targets: all count. */
export function findTargets({ targets }: Result, wanted: AcceptedTarget): FoundTargets {
  const { baseUrl, profile } = wanted;
  const there = targets.filter((target) => target.baseUrl === baseUrl);
  if (there.length === 0) {
    const tested = targets.map((target) => target.baseUrl).join(', ') || 'none';
    const what = `${baseUrl} was not tested; the result has ${tested}`;
    return { found: [], refusals: [{ code: 'other-target', target: baseUrl, what }] };
  }
  const inRole = there.filter(({ role }) => role === profile.role);
  if (inRole.length === 0)
    return {
      found: [],
      refusals: there.map(({ name, role }) => ({
        code: 'other-role',
        target: name,
        what: `it was tested as the endpoint of a ${role}, and the policy asks for a ${profile.role}`,
      })),
    };
  const byProfile = inRole.filter((target) => target.profile === profile.name);
  if (byProfile.length === 0)
    return {
      found: [],
      refusals: inRole.map((target) => ({
        code: 'other-profile',
        target: target.name,
        what: `it was judged by the profile ${target.profile}, and the policy asks for ${profile.name}`,
      })),
    };
  const digests = digestsOf(profile);
  return {
    found: byProfile,
    refusals: byProfile
      .filter((target) => !digests.includes(target.profileDigest ?? ''))
      .map((target) => ({
        code: 'overridden',
        target: target.name,
        what: `the profile ${profile.name} by which it was judged has other values than the policy's: its digest is ${target.profileDigest ?? 'not named'}, and not ${digests.join(' or ')}`,
      })),
  };
}

/** Of the profile as a run may have taken it: with each scheme that it leaves to the client. */
function digestsOf(profile: Profile): string[] {
  const { transaction } = profile.services;
  const narrowed = schemesOf(transaction).map((scheme) => withClientScheme(profile, scheme));
  return [...new Set([profile, ...narrowed].map(profileDigest))];
}
