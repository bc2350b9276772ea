import { isDeepStrictEqual } from 'node:util';
import type { Origin, Profile } from '../../../schemas/resolved.js';
import { type Message, say } from '../../messages/message.js';
import { valueAt } from '../input/json-pointer.js';
import { readSpec } from '../input/specs.js';
import { originsOf } from './origins-of.js';

let standard: unknown;

/**
 * Why a server can only be asked to keep to these settings, not made to: one of them is known from a third
 * party only, and isn't what the standard says anyway. Undefined if each stands in a document.
 *
 * @param pointers Below the service's settings.
 */
export function thirdPartyLevel(
  profile: Profile,
  service: string,
  pointers: readonly string[],
): Message | undefined {
  const unconfirmed = pointers
    .flatMap((pointer) => originsOf(profile, service, pointer))
    .filter(([, { confidence }]) => confidence === 'third-party')
    .filter(([at]) => !isStandard(profile, at));
  if (unconfirmed.length === 0) return undefined;
  return thirdPartyOnly(unconfirmed.map(([, origin]) => origin));
}

/** Says that a demand is known from these third parties alone. */
export function thirdPartyOnly(origins: readonly Origin[]): Message {
  const sources = [...new Set(origins.map(({ source }) => source))];
  return say('run/catalogue/third-party-only', { sources });
}

function isStandard(profile: Profile, pointer: string): boolean {
  // It extends nothing and settles every value itself.
  standard ??= readSpec('profile', 'profiles/snap-bi');
  return isDeepStrictEqual(valueAt(profile, pointer), valueAt(standard, pointer));
}
