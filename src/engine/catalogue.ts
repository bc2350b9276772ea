import type { RequirementsFile } from '../../schemas/generated/requirements.js';
import type { Profile } from '../../schemas/settled.js';
import { byService } from './area-order.js';
import { InputProblem } from './input-problem.js';
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

/** Level of a requirement under a profile; `inapplicable` where its document takes it away. */
export function levelUnder(
  requirement: Requirement,
  profile: Profile,
): { level: Requirement['level']; inapplicable?: string; sources: string[] } {
  const change = profile.requirements[requirement.id];
  if (!change) return { level: requirement.level, sources: requirement.sources };
  const sources = [`${change.source.document}, ${change.source.clause}`, ...requirement.sources];
  if (change.level === 'inapplicable')
    return { level: requirement.level, inapplicable: change.because, sources };
  return { level: change.level, sources };
}
