import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RequirementsFile } from '../../schemas/generated/requirements.js';
import type { Profile } from '../../schemas/settled.js';
import { byService } from './area-order.js';
import { InputProblem } from './input-problem.js';
import { packageRoot } from './package-root.js';
import { readDataFile } from './read-data.js';
import { validateInput } from './validate-input.js';

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
  loaded ??= readCatalogue(join(packageRoot, 'specs', 'requirements'));
  return loaded;
}

function readCatalogue(folder: string): ReadonlyMap<string, Requirement> {
  const catalogue = new Map<string, Requirement>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  for (const name of files.sort().sort(byService)) {
    const file = join(folder, name);
    const { area, title, requirements } = validateInput<RequirementsFile>(
      'requirements',
      readDataFile(file),
      file,
    );
    for (const { name: own, ...entry } of requirements) {
      const id = `${area}/${own}`;
      if (catalogue.has(id)) {
        throw new InputProblem(`the requirement ${id} stands twice`, {
          file,
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
