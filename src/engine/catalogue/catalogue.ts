import type { RequirementsFile } from '../../../schemas/generated/requirements.js';
import type { Profile } from '../../../schemas/resolved.js';
import { InputProblem } from '../input/input-problem.js';
import { readSpec, specFile, specNames } from '../input/specs.js';
import { byService } from './area-order.js';
import { notOffered } from './not-offered.js';
import { thirdPartyLevel, thirdPartyOnly } from './third-party-level.js';

type Entry = RequirementsFile['requirements'][number];

/** One testable statement of a document, from specs/requirements. */
export interface Requirement extends Omit<Entry, 'name'> {
  /** `<service>/<area>/<name>`: the id of its check too. */
  id: string;
  /** `<service>/<area>` */
  area: string;
  areaTitle: string;
}

let shipped: ReadonlyMap<string, Requirement> | undefined;
let loaded: ReadonlyMap<string, Requirement> | undefined;

/**
 * All requirements by id, in the order of the services and of the files; those of the user's suites last.
 *
 * @throws InputProblem for an invalid file or an id that stands twice.
 */
export function loadCatalogue(): ReadonlyMap<string, Requirement> {
  loaded ??= shipped ??= readCatalogue();
  return loaded;
}

/** A file of the user's own requirements. */
export interface OwnRequirements {
  /** As messages name it. */
  file: string;
  content: RequirementsFile;
}

/**
 * Has the catalogue of this thread end with these requirements, and no others beside the shipped ones.
 *
 * @throws InputProblem for an id that stands twice.
 */
export function useOwnRequirements(own: readonly OwnRequirements[]): void {
  shipped ??= readCatalogue();
  const catalogue = new Map(shipped);
  for (const { file, content } of own) addRequirements(catalogue, content, file);
  loaded = own.length === 0 ? shipped : catalogue;
}

function readCatalogue(): ReadonlyMap<string, Requirement> {
  const catalogue = new Map<string, Requirement>();
  for (const name of specNames('requirements').toSorted(byService)) {
    addRequirements(catalogue, readSpec<RequirementsFile>('requirements', name), specFile(name));
  }
  return catalogue;
}

function addRequirements(
  catalogue: Map<string, Requirement>,
  { area, title, requirements }: RequirementsFile,
  file: string,
): void {
  for (const { name: own, ...entry } of requirements) {
    const id = `${area}/${own}`;
    if (catalogue.has(id)) {
      throw new InputProblem('duplicate-requirement', `the requirement ${id} stands twice`, {
        file,
        remedy: 'Remove one of the two.',
      });
    }
    catalogue.set(id, { ...entry, id, area, areaTitle: title });
  }
}

/** A requirement as one profile has it. */
export interface RequirementUnder {
  level: Requirement['level'];
  /** Why the level is lower than the requirement's own, or than what the profile makes it. */
  lowered?: string;
  /** Why the profile takes the requirement away. */
  inapplicable?: string;
  sources: string[];
}

/**
 * Level of a requirement under a profile; `inapplicable` where its document takes it away.
 *
 * @param settings Pointers, below the service's settings, of the values that its check goes by: where one
 * of them, or the level itself, is known from a third party only, a MUST is a SHOULD.
 */
export function levelUnder(
  requirement: Requirement,
  profile: Profile,
  settings: readonly string[] = [],
): RequirementUnder {
  const { level, sources, area } = requirement;
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

/** Why a MUST is none after all: the level itself, or a value that the check goes by, is thirdPartyLevel. */
function thirdPartyLevelUnder(
  { id, area, level }: Requirement,
  profile: Profile,
  settings: readonly string[],
): string | undefined {
  const change = profile.requirements[id];
  if (change && change.origin.confidence !== 'third-party') return undefined;
  // Where the standard demands it too, the demand itself is none.
  if (change && level !== 'MUST') return thirdPartyOnly([change.origin]);
  return thirdPartyLevel(profile, area.split('/')[0] ?? '', settings);
}
