import { basename, extname, isAbsolute, relative, resolve } from 'node:path';
import { InputProblem } from '../../engine/input/input-problem.js';
import { shellWords } from '../../engine/input/text.js';
import { loadProfile } from '../../engine/profile/profile.js';
import { profileTemplate } from './profile-template.js';
import { requireUnwritten, writeNew } from './write-new.js';

/**
 * Writes a commented profile, named after its file.
 *
 * @returns what to do with it, in words
 * @throws InputProblem when the file exists already, can't be written, or doesn't have the name of a YAML file.
 */
export function writeProfileTemplate(file: string, folder: string, force = false): string {
  const path = resolve(folder, file);
  const ending = extname(path);
  if (!['.yaml', '.yml'].includes(ending)) {
    throw new InputProblem('not-yaml', 'a profile is written as YAML', {
      file,
      remedy: 'Give it a name that ends in .yaml.',
    });
  }
  if (!force) requireUnwritten([file], folder);
  const name = nameFrom(basename(path, ending));
  writeNew({ name: file, text: profileTemplate(name), about: 'the profile' }, folder);
  // Makes sure that what was written can be read.
  loadProfile(path, folder);
  const shown = isAbsolute(file) ? file : `./${relative(folder, path)}`;
  return [
    `Written: ${shown}`,
    "Write down where your provider's document differs from the standard, and see the whole profile with",
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
