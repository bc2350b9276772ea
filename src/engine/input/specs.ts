import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { InputKind } from './input-ajv.js';
import { packageRoot, runsFromSource } from './package-root.js';
import { readDataFile } from './read-data.js';
import { validateInput } from './validate-input.js';

/** Where the specs are read from: as they were written, or as plain data that the build made of them. */
const [folder, ending] = runsFromSource
  ? [join(packageRoot, 'specs'), '.yaml']
  : [join(packageRoot, 'dist', 'specs'), '.json'];

/** Names of the files in a folder of specs/ and below it, sorted: `profiles/doku`. */
export function specNames(
  part: 'profiles' | 'requirements' | 'forms' | `translations/${string}`,
): string[] {
  return readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
    .filter((name) => extname(name) === ending)
    .map((name) => `${part}/${name.slice(0, -ending.length).replaceAll('\\', '/')}`)
    .sort();
}

/** The YAML file of a spec, which people read. */
export function specFile(name: string): string {
  return join(packageRoot, 'specs', `${name}.yaml`);
}

/**
 * A spec's data. The build has validated what it wrote, so that no command has to.
 *
 * @throws InputProblem, from source, for an invalid file.
 */
export function readSpec<T>(kind: InputKind, name: string): T {
  if (!runsFromSource) return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as T;
  const file = specFile(name);
  return validateInput<T>(kind, readDataFile(file), file);
}
