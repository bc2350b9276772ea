import type { RequirementsFile } from '../../schemas/generated/requirements.js';
import type { Profile } from '../../schemas/settled.js';
import { byService } from './area-order.js';
import { hearsay } from './hearsay.js';
import { InputProblem } from './input-problem.js';
import { notOffered } from './not-offered.js';
import { readSpec, specFile, specNames } from './specs.js';

type Entry = RequirementsFile['requirements'][number];

/** One testable statement of a document, from specs/requirements. */
export interface Requirement extends Omit<Entry, 'name'> {
  /** `<service>/<area>/<name>`: the id of its check too. */
  id: string;
  /** `<service>/<area>` */
  area: string;
  areaTitle: string;
}

let loaded: ReadonlyMap<string, Requirement> | undefined;

/**
 * All requirements by id, in the order of the services and of the files.
 *
 * @throws InputProblem for an invalid file or an id that stands twice.
 */
export function loadCatalogue(): ReadonlyMap<string, Requirement> {
  loaded ??= readCatalogue();
  return loaded;
}

function readCatalogue(): ReadonlyMap<string, Requirement> {
  const catalogue = new Map<string, Requirement>();
  for (const name of specNames('requirements').toSorted(byService)) {
    const { area, title, requirements } = readSpec<RequirementsFile>('requirements', name);
    for (const { name: own, ...entry } of requirements) {
      const id = `${area}/${own}`;
      if (catalogue.has(id)) {
        throw new InputProblem(`the requirement ${id} stands twice`, {
          file: specFile(name),
          remedy: 'Remove one of the two.',
        });
      }
      catalogue.set(id, { ...entry, id, area, areaTitle: title });
    }
  }
  return catalogue;
}

/** A requirement as one profile has it. */
export interface RequirementUnder {
  level: Requirement['level'];
  /** Why the level is lower than the requirement's own. */
  lowered?: string;
  /** Why the profile takes the requirement away. */
  inapplicable?: string;
  sources: string[];
}

/**
 * Level of a requirement under a profile; `inapplicable` where its document takes it away.
 *
 * @param settings Pointers, below the service's settings, of the values that its check goes by: where one
 * of them is known from a third party only, a MUST is a SHOULD.
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
  if (change) {
    const changed = [`${change.source.document}, ${change.source.clause}`, ...sources];
    return change.level === 'inapplicable'
      ? { level, inapplicable: change.because, sources: changed }
      : { level: change.level, sources: changed };
  }
  const lowered = level === 'MUST' ? hearsay(profile, service, settings) : undefined;
  return lowered === undefined ? { level, sources } : { level: 'SHOULD', lowered, sources };
}
