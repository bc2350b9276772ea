import type { RequirementsFile } from '../../../schemas/generated/requirements.js';
import { InputProblem } from '../input/input-problem.js';
import { readSpec, specFile, specNames } from '../input/specs.js';
import { placeIn } from '../input/yaml-positions.js';
import { isAbove, permittedLevel } from './permitted-level.js';
import { byService } from './service-order.js';

type Entry = RequirementsFile['requirements'][number];

/** One testable statement of a document, from specs/requirements. */
export interface Requirement extends Omit<Entry, 'name'> {
  /** `<service>/<area>/<name>`: the id of its check too. */
  id: string;
  /** `<service>/<area>` */
  area: string;
  areaTitle: string;
}

/** Requirements by id, in the order of the services and of the files. */
export type Catalogue = ReadonlyMap<string, Requirement>;

/** A file of the user's own requirements. */
export interface CustomRequirements {
  /** As messages name it. */
  file: string;
  content: RequirementsFile;
}

let shipped: Catalogue | undefined;

/**
 * The requirements of this package; read once.
 *
 * @throws InputProblem for an invalid file, an id that stands twice, or a level above the words of its sources.
 */
export function shippedCatalogue(): Catalogue {
  shipped ??= readCatalogue();
  return shipped;
}

/**
 * The shipped requirements, then these.
 *
 * @throws InputProblem for an id that stands twice, or a level above the words of its sources.
 */
export function catalogueWith(custom: readonly CustomRequirements[]): Catalogue {
  if (custom.length === 0) return shippedCatalogue();
  const catalogue = new Map(shippedCatalogue());
  for (const { file, content } of custom) addRequirements(catalogue, content, file);
  return catalogue;
}

function readCatalogue(): Catalogue {
  const catalogue = new Map<string, Requirement>();
  for (const name of specNames('requirements').toSorted(byService)) {
    addRequirements(catalogue, readSpec<RequirementsFile>('requirements', name), specFile(name));
  }
  return catalogue;
}

function addRequirements(
  catalogue: Map<string, Requirement>,
  content: RequirementsFile,
  file: string,
): void {
  const { area, title, requirements } = content;
  for (const [index, { name: own, ...entry }] of requirements.entries()) {
    const id = `${area}/${own}`;
    if (catalogue.has(id)) {
      throw new InputProblem('duplicate-requirement', `the requirement ${id} stands twice`, {
        file,
        remedy: 'Remove one of the two.',
      });
    }
    const permitted = permittedLevel(entry.sources);
    if (isAbove(entry.level, permitted)) {
      const pointer = `/requirements/${index}/level`;
      throw new InputProblem(
        'level-above-sources',
        `the requirement ${id} is a ${entry.level}, and none of its sources says so`,
        {
          file: placeIn(file, content, pointer),
          pointer,
          remedy: `Make it a ${permitted}, or cite the source that demands more.`,
        },
      );
    }
    catalogue.set(id, { ...entry, id, area, areaTitle: title });
  }
}
