import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ProfileFile } from '../../../schemas/generated/profile.js';
import type { Catalogue } from '../catalogue/catalogue.js';
import { unknownRequirement } from '../catalogue/unknown-requirement.js';
import { InputProblem, type InputProblemDetail } from '../input/input-problem.js';
import { escapePointer, valueAt } from '../input/json-pointer.js';
import { suggestion } from '../input/nearest-name.js';
import { packageRoot } from '../input/package-root.js';
import { placeIn } from '../input/yaml-positions.js';
import { patternProblems } from './pattern-problems.js';

type Problem = InputProblemDetail & { pointer: string };

/**
 * Checks that what a user's profile names exists, requirements, documents, values and schemas, and that its patterns
 * compile.
 *
 * @throws InputProblem with each name that doesn't exist, and each pattern that can't be read.
 */
export function requireProfileNames(data: ProfileFile, file: string, catalogue: Catalogue): void {
  const problems = [
    ...unknownRequirements(data, catalogue),
    ...unknownDocuments(data),
    ...unknownValues(data),
    ...missingSchemas(data),
    ...patternProblems(data),
  ];
  if (problems.length === 0) return;
  throw InputProblem.all(
    problems.map((problem) => ({ ...problem, file: placeIn(file, data, problem.pointer) })),
  );
}

function unknownRequirements(
  { requirements = {}, contradictions = [] }: ProfileFile,
  catalogue: Catalogue,
): Problem[] {
  const named: [id: string, pointer: string][] = [
    ...Object.keys(requirements).map((id): [string, string] => [
      id,
      `/requirements/${escapePointer(id)}`,
    ]),
    ...contradictions.flatMap(({ requirements: ids = [] }, index) =>
      ids.map((id, at): [string, string] => [id, `/contradictions/${index}/requirements/${at}`]),
    ),
  ];
  return named.flatMap(([id, pointer]) => {
    const problem = unknownRequirement(catalogue, id);
    return problem ? [{ code: 'unknown-requirement', ...problem, pointer }] : [];
  });
}

function unknownDocuments({
  documents = {},
  sources = {},
  requirements = {},
}: ProfileFile): Problem[] {
  const tags = Object.keys(documents);
  const cited: [tag: string, pointer: string][] = [
    ...Object.entries(sources).map(([key, { document }]): [string, string] => [
      document,
      `/sources/${escapePointer(key)}/document`,
    ]),
    ...Object.entries(requirements).map(([id, { source }]): [string, string] => [
      source.document,
      `/requirements/${escapePointer(id)}/source/document`,
    ]),
  ];
  return cited
    .filter(([tag]) => !tags.includes(tag))
    .map(([tag, pointer]) => ({
      code: 'unknown-document',
      what: `there is no document "${tag}" under documents`,
      pointer,
      remedy: tags.length === 0 ? `Add it: documents: { ${tag}: … }.` : suggestion(tag, tags),
    }));
}

function unknownValues(data: ProfileFile): Problem[] {
  return Object.keys(data.sources ?? {})
    .filter((key) => valueAt(data, key) === undefined)
    .map((key) => ({
      code: 'source-without-value',
      what: `${key} leads to no value of this profile`,
      pointer: `/sources/${escapePointer(key)}`,
      remedy: 'A source is given for a value that the profile itself states.',
    }));
}

function missingSchemas({ services = {} }: ProfileFile): Problem[] {
  return Object.entries(services).flatMap(([service, settings]) => {
    const schema: unknown = valueAt(settings, '/schema');
    if (typeof schema !== 'string' || existsSync(join(packageRoot, 'schemas', schema))) return [];
    return [
      {
        code: 'unknown-schema',
        what: `there is no schema "${schema}"`,
        pointer: `/services/${service}/schema`,
        remedy: "Leave it out: the extended profile's is taken then, with your settings in it.",
      },
    ];
  });
}
