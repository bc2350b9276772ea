import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, resolve } from 'node:path';
import type { ProfileFile, Services } from '../../../schemas/generated/profile.js';
import type { Profile } from '../../../schemas/resolved.js';
import { type Catalogue, shippedCatalogue } from '../catalogue/catalogue.js';
import { InputProblem, type InputProblemPlace } from '../input/input-problem.js';
import { escapePointer } from '../input/json-pointer.js';
import { suggestion } from '../input/nearest-name.js';
import { readDataFile } from '../input/read-data.js';
import { readSpec, specFile, specNames } from '../input/specs.js';
import { isObject, shownValue } from '../input/text.js';
import { validateInput } from '../input/validate-input.js';
import { placeIn } from '../input/yaml-positions.js';
import { documentsOf, type Link, levelsOf, originOf } from './citations.js';
import { Merged } from './merged.js';
import { patternProblems } from './pattern-problems.js';
import { requireProfileNames } from './require-profile-names.js';
import { codeProblems } from './settle-codes.js';
import { settleHeaders } from './settle-headers.js';
import { settleLists } from './settle-lists.js';
import { placed } from './value-problem.js';

/** Names of the profiles that come with the package, sorted. */
export function shippedProfiles(): string[] {
  return specNames('profiles').map((name) => basename(name));
}

/** What the user changes of a profile for one target, and where the user wrote it. */
export interface ProfileOverrides {
  services: unknown;
  file: string;
  pointer: string;
}

/**
 * Loads a profile by shipped name or path, merged with all that it extends: a member that a profile
 * states replaces that of the extended profile, a list as a whole.
 *
 * @param folder Where a relative path starts.
 * @param place Where the user named the profile.
 * @param role Who hosts the endpoint; by default the profile's own role. For a merchant, what the documents
 * demand of merchants replaces the rest.
 * @param catalogue The requirements that a profile may name.
 * @throws InputProblem for an unknown name, an invalid file, a circle of `extends`, a value that is left open.
 */
export function loadProfile(
  nameOrPath: string,
  folder: string,
  overrides?: ProfileOverrides,
  place?: InputProblemPlace,
  role?: Profile['role'],
  catalogue: Catalogue = shippedCatalogue(),
): Profile {
  const chain = readChain(nameOrPath, folder, catalogue, place);
  const [own] = chain;
  if (!own) throw new Error('a chain holds at least the profile itself');
  const host =
    role ?? chain.map((link) => link.data.role).find((each) => each !== undefined) ?? 'provider';
  const merged = new Merged();
  for (const link of chain.toReversed()) {
    merged.add(link.data.services, (pointer) => originOf(link, pointer));
  }
  for (const link of host === 'merchant' ? chain.toReversed() : []) {
    merged.add(link.data.merchant, (pointer) =>
      originOf(link, pointer.replace(/^\/services/, '/merchant')),
    );
  }
  if (overrides) {
    const services = checkOverrides(overrides);
    const source = `${overrides.file}#${overrides.pointer}`;
    merged.add(services, () => ({ profile: 'overrides', source, confidence: 'primary' }));
  }
  requireSettled(merged.services, own.file);
  const problems = [
    ...settleHeaders(merged.services, merged.origins),
    ...codeProblems(merged.services),
  ];
  if (problems.length > 0)
    throw InputProblem.all(problems.map((problem) => placed(problem, { chain, overrides })));
  settleLists(merged.services, merged.origins);
  return {
    name: own.data.name,
    title: own.data.title,
    role: host,
    services: merged.services as unknown as Profile['services'],
    requirements: Object.assign({}, ...chain.toReversed().map(levelsOf)),
    // Contradictions are of one document: those of the nearest profile that lists any are taken.
    contradictions: chain.find((link) => link.data.contradictions)?.data.contradictions ?? [],
    documents: chain.flatMap(documentsOf),
    origins: merged.origins,
  };
}

function readChain(
  nameOrPath: string,
  folder: string,
  catalogue: Catalogue,
  place?: InputProblemPlace,
): Link[] {
  const chain: Link[] = [];
  let next: string | undefined = nameOrPath;
  let from = folder;
  while (next !== undefined) {
    const extending = chain.at(-1);
    const { file, shipped } = locate(
      next,
      from,
      extending
        ? { file: placeIn(extending.file, extending.data, '/extends'), pointer: '/extends' }
        : place,
    );
    if (chain.some((link) => link.file === file)) {
      throw new InputProblem('profile-circular', 'the profile extends itself', {
        file,
        pointer: '/extends',
        remedy: `Break the circle: ${[...chain.map((link) => basename(link.file)), basename(file)].join(' → ')}.`,
      });
    }
    const data = shipped ? readSpec<ProfileFile>('profile', shipped) : readOwn(file, catalogue);
    chain.push({ file, data });
    next = data.extends;
    from = dirname(file);
  }
  return chain;
}

/** A user's profile. A shipped one was checked when it was built and tested. */
function readOwn(file: string, catalogue: Catalogue): ProfileFile {
  const data = validateInput<ProfileFile>('profile', readDataFile(file), file);
  requireProfileNames(data, file, catalogue);
  return data;
}

/** The file of a profile; for a shipped one also the name of its spec. */
function locate(
  nameOrPath: string,
  folder: string,
  place: InputProblemPlace = {},
): { file: string; shipped?: string } {
  const names = shippedProfiles();
  if (names.includes(nameOrPath)) {
    const shipped = `profiles/${nameOrPath}`;
    return { file: specFile(shipped), shipped };
  }
  const file = isAbsolute(nameOrPath) ? nameOrPath : resolve(folder, nameOrPath);
  if (/[./\\]/.test(nameOrPath) && existsSync(file)) return { file };
  throw new InputProblem('unknown-profile', `there is no profile ${shownValue(nameOrPath)}`, {
    ...place,
    remedy: `${suggestion(nameOrPath, names)} Or give the path of your own: ./my-profile.yaml.`,
  });
}

function checkOverrides({ services, file, pointer }: ProfileOverrides): Services {
  const frame = { name: 'overrides', title: 'overrides', services };
  const checked = validateInput<ProfileFile>('profile', frame, file, (inner) =>
    inner.replace(/^\/services/, pointer),
  );
  const problems = patternProblems(checked);
  if (problems.length > 0)
    throw InputProblem.all(
      problems.map((problem) => ({
        ...problem,
        file,
        pointer: problem.pointer.replace(/^\/services/, pointer),
      })),
    );
  return checked.services ?? {};
}

function requireSettled(services: Record<string, unknown>, file: string): void {
  if (file === specFile('profiles/snap-bi')) return;
  const standard = loadProfile('snap-bi', dirname(file)).services as unknown as Record<
    string,
    unknown
  >;
  const missing = firstMissing(standard, services, '/services');
  if (missing === undefined) return;
  throw new InputProblem('profile-incomplete', `the profile leaves ${missing} open`, {
    file,
    remedy: 'Add `extends: snap-bi`, which settles every value, and state only what differs.',
  });
}

function firstMissing(
  model: Record<string, unknown>,
  given: Record<string, unknown>,
  at: string,
): string | undefined {
  for (const [key, value] of Object.entries(model)) {
    const pointer = `${at}/${escapePointer(key)}`;
    if (!Object.hasOwn(given, key)) return pointer;
    const below = given[key];
    if (isObject(value) && isObject(below) && key !== 'window') {
      const missing = firstMissing(value, below, pointer);
      if (missing !== undefined) return missing;
    }
  }
  return undefined;
}
