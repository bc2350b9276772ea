import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configNames } from '../../engine/config/config.js';
import { InputProblem } from '../../engine/input/input-problem.js';
import { packCommand, tarball, typedCommand } from '../shared/package-source.js';
import { type InitAnswers, requireAnswers, variablesIn, withDefaults } from './answers.js';
import { ciFile } from './ci.js';
import { configFile } from './config.js';
import type { InitFlags } from './flags.js';
import { withIgnored } from './gitignore.js';
import { freshKeyFiles, publicKeyFile } from './keys.js';
import { requireUnwritten, writeNew } from './write-new.js';

/**
 * Writes a config, and what goes with it: keys, lines of .gitignore, a CI job. Checks everything before
 * it writes the first file.
 *
 * @param asks True when a person can be asked for what the flags leave open.
 * @returns what was written and what comes next, in words; undefined when the person cancelled
 * @throws InputProblem for an answer that can't be used, and for files that are there already.
 */
export async function initialise(
  flags: InitFlags,
  folder: string,
  asks: boolean,
): Promise<string | undefined> {
  const answers = asks
    ? await (await import('./ask.js')).askFor(flags, folder)
    : withDefaults(flags);
  if (!answers) return undefined;
  requireAnswers(answers, folder);
  requireReadFirst(answers.format, folder);
  const { force } = flags;
  const job = ciFile(answers, folder);
  const files = [configFile(answers), ...(job ? [job] : [])];
  const names = [
    ...files.map(({ name }) => name),
    ...(answers.generateKeys ? [answers.privateKey, publicKeyFile(answers.privateKey)] : []),
  ];
  if (!force) requireUnwritten(names, folder);
  if (answers.generateKeys) files.push(...(await freshKeyFiles(answers.privateKey)));
  for (const file of files) writeNew(file, folder);
  const ignored = withIgnored(answers.privateKey, folder);
  if (ignored) writeNew(ignored.file, folder);
  return [
    ...files.map(({ name, about }) => `Written: ${name} (${about})`),
    ...(ignored ? [`Added to .gitignore: ${ignored.lines.join(', ')}`] : []),
    '',
    'Next:',
    ...nextSteps(answers, folder, job?.next).map((step, index) => `  ${index + 1}. ${step}`),
  ].join('\n');
}

/** @throws InputProblem when there is a config that a run reads instead of the new one. */
function requireReadFirst(format: InitAnswers['format'], folder: string): void {
  const before = configNames.slice(0, configNames.indexOf(`snap.config.${format}`));
  const other = before.find((name) => existsSync(join(folder, name)));
  if (other === undefined) return;
  throw new InputProblem('config-shadowed', `a run reads ${other}, not snap.config.${format}`, {
    file: other,
    remedy: 'Nothing was written. Remove it first, or choose its format.',
  });
}

function nextSteps(answers: InitAnswers, folder: string, job: string | undefined): string[] {
  const { privateKey, generateKeys, profile } = answers;
  const shown = publicKeyFile(privateKey);
  const variables = variablesIn(answers);
  const command = typedCommand();
  return [
    generateKeys
      ? `Register ${shown} with the provider, for the client id of the config; ${privateKey} stays with you.`
      : `Put the private key at ${privateKey}: the provider has to have registered its public key.`,
    ...(variables.length > 0 ? [`Set ${variables.join(' and ')} in the environment.`] : []),
    ...(job === undefined
      ? []
      : [
          `Commit ${tarball} next to the config, for the job to install: ${packCommand(folder)}`,
          job,
        ]),
    `${command} doctor    looks at the config, the keys and the way to the target`,
    `${command} run       tests it against the profile ${profile}`,
    `${command} detect    names the profiles that come closest, if ${profile} may not be the one`,
  ];
}
