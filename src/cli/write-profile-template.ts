import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, relative, resolve } from 'node:path';
import { InputProblem } from '../engine/input-problem.js';
import { loadProfile } from '../engine/profile.js';
import { shellWords } from '../engine/shell-words.js';
import { makeFolder } from './make-folder.js';
import { profileTemplate } from './profile-template.js';

/**
 * Writes a commented profile, named after its file.
 *
 * @returns what to do with it, in words
 * @throws InputProblem where the file is there already, can't be written, or isn't YAML by its name.
 */
export function writeProfileTemplate(file: string, folder: string): string {
  const path = resolve(folder, file);
  const ending = extname(path);
  if (!['.yaml', '.yml'].includes(ending)) {
    throw new InputProblem('a profile is written as YAML', {
      file,
      remedy: 'Give it a name that ends in .yaml.',
    });
  }
  if (existsSync(path)) {
    throw new InputProblem('there is such a file already, and it would be overwritten', {
      file,
      remedy: 'Name another one, or remove it first.',
    });
  }
  const name = nameFrom(basename(path, ending));
  makeFolder(dirname(path), '--profile-template FILE');
  writeFileSync(path, profileTemplate(name));
  // What was written has to be what is read.
  loadProfile(path, folder);
  const shown = isAbsolute(file) ? file : `./${relative(folder, path)}`;
  return [
    `Written: ${shown}`,
    "State what your provider's document says otherwise than the standard, and see the whole by",
    `  ${shellWords(['snap-conformance', 'doctor', '--profile', shown])}`,
    'Test with it: in the config "profile", relative to the config, or',
    `  ${shellWords(['snap-conformance', 'run', '--profile', shown])} --base-url … --client-id … --private-key …`,
  ].join('\n');
}

/** A file's name as a profile's. */
function nameFrom(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'my-provider' : name;
}
