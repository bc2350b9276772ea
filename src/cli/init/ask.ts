import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import * as prompts from '@clack/prompts';
import { InputProblem } from '../../engine/input/input-problem.js';
import { loadProfile, shippedProfiles } from '../../engine/profile/profile.js';
import { type InitAnswers, nameFor, requireAddress, usualKey, withDefaults } from './answers.js';
import type { InitFlags } from './flags.js';

/** Where questions are shown and answers typed; by default the terminal. */
export type Streams = Pick<prompts.TextOptions, 'input' | 'output'>;

/**
 * Asks a person for what the flags leave open.
 *
 * @returns undefined when the person cancels: nothing is written then
 */
export async function askFor(
  flags: InitFlags,
  folder: string,
  streams: Streams = {},
): Promise<InitAnswers | undefined> {
  prompts.intro('A config for snap-conformance', streams);
  const answers = withDefaults(flags);
  try {
    answers.profile = flags.profile ?? (await askProfile(streams));
    answers.baseUrl = flags.baseUrl ?? (await askAddress(streams));
    answers.clientId =
      flags.clientId ??
      (await askText('The client id, sent as X-CLIENT-KEY?', answers.clientId, streams));
    answers.privateKey =
      flags.privateKey ??
      (await askText("The client's private key: which file?", usualKey, streams));
    if (flags.generateKeys === undefined && !existsSync(resolve(folder, answers.privateKey)))
      answers.generateKeys = answered(
        await prompts.confirm({
          message: `${answers.privateKey} isn't there. Make a key pair?`,
          ...streams,
        }),
      );
    answers.name =
      flags.name ??
      (await askText('What is it called in reports?', nameFor(answers.baseUrl), streams));
    answers.format =
      flags.format ?? (await choose('Which format?', ['yaml', 'ts', 'json'], streams));
    answers.ci = flags.ci ?? (await choose('A CI job too?', ['none', 'github', 'gitlab'], streams));
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
    prompts.cancel('Nothing was written.', streams);
    return undefined;
  }
  prompts.outro('That is all.', streams);
  return answers;
}

class BrokenOff extends Error {
  override readonly name = 'BrokenOff';
}

/** @throws BrokenOff after Ctrl-C. */
function answered<T>(answer: T): Exclude<T, symbol> {
  if (prompts.isCancel(answer)) throw new BrokenOff();
  return answer as Exclude<T, symbol>;
}

async function askProfile(streams: Streams): Promise<string> {
  return answered(
    await prompts.autocomplete({
      message: 'Whose document is it tested against?',
      options: shippedProfiles().map((name) => ({
        value: name,
        label: name,
        hint: loadProfile(name, '.').title,
      })),
      initialValue: 'snap-bi',
      maxItems: 10,
      ...streams,
    }),
  );
}

async function askAddress(streams: Streams): Promise<string> {
  const address = await prompts.text({
    message: 'Its address, without the path of the service?',
    placeholder: 'https://sandbox.example',
    validate: (text) => problemOf(() => requireAddress(text ?? '')),
    ...streams,
  });
  return answered(address);
}

async function askText(message: string, usual: string, streams: Streams): Promise<string> {
  return answered(
    await prompts.text({ message, placeholder: usual, defaultValue: usual, ...streams }),
  );
}

async function choose<T extends string>(
  message: string,
  values: readonly T[],
  streams: Streams,
): Promise<T> {
  const options = values.map((value) => ({ value: value as string, label: value as string }));
  return answered(await prompts.select({ message, options, ...streams })) as T;
}

function problemOf(attempt: () => void): string | undefined {
  try {
    attempt();
    return undefined;
  } catch (error) {
    if (error instanceof InputProblem) return error.message;
    throw error;
  }
}
