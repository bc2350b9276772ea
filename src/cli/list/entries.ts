import { shippedSuites } from '../../api/shipped-suites.js';
import { type Requirement, shippedCatalogue } from '../../engine/catalogue/catalogue.js';
import { levelUnder } from '../../engine/catalogue/level.js';
import { loadProfile, shippedProfiles } from '../../engine/profile/profile.js';
import type { Language } from '../../messages/message.js';
import { render } from '../../messages/render.js';

/** The level of a requirement under one profile. */
export interface LevelUnder {
  profile: string;
  level: Requirement['level'] | 'inapplicable';
  /** Why the profile takes the requirement away, or lowers it. */
  because?: string;
}

/** The level of a requirement under each of these profiles, shipped ones by default. */
export function levelsOf(
  requirement: Requirement,
  profiles: readonly string[] = shippedProfiles(),
  lang: Language = 'en',
): LevelUnder[] {
  return profiles.map((profile) => {
    const { level, inapplicable, lowered } = levelUnder(
      requirement,
      loadOnce(profile),
      shippedSuites().settingsOf(requirement.id),
    );
    const because = inapplicable ?? lowered;
    return {
      profile,
      level: inapplicable === undefined ? level : 'inapplicable',
      ...(because !== undefined && { because: render(because, lang) }),
    };
  });
}

/** The requirements of these ids, in their order. */
export function requirementsOf(ids: readonly string[]): Requirement[] {
  const catalogue = shippedCatalogue();
  return ids.flatMap((id) => catalogue.get(id) ?? []);
}

const loaded = new Map<string, ReturnType<typeof loadProfile>>();

function loadOnce(name: string): ReturnType<typeof loadProfile> {
  const profile = loaded.get(name) ?? loadProfile(name, process.cwd());
  loaded.set(name, profile);
  return profile;
}
