import type { Config } from '../../../schemas/generated/config.js';
import type { LoadedConfig } from '../../engine/config/config.js';
import { InputProblem, type InputProblemDetail } from '../../engine/input/input-problem.js';
import { validateInput } from '../../engine/input/validate-input.js';
import { type PassphraseFlags, readPassphrase } from '../shared/passphrase.js';

/** The options that give a target without a config. */
export interface TargetFlags extends PassphraseFlags {
  profile?: string;
  baseUrl?: string;
  clientId?: string;
  /** Path of a PEM file. */
  privateKey?: string;
}

/** Takes the place of the config's file in messages, until {@link inFlagWords} replaces it. */
const place = 'the command line';

const options: Record<
  keyof Omit<TargetFlags, keyof PassphraseFlags>,
  { option: string; pointer: string }
> = {
  profile: { option: '--profile', pointer: '/targets/0/profile' },
  baseUrl: { option: '--base-url', pointer: '/targets/0/baseUrl' },
  clientId: { option: '--client-id', pointer: '/targets/0/client/clientId' },
  privateKey: { option: '--private-key', pointer: '/targets/0/client/privateKey' },
};

/** The options that open its key, if that is encrypted. */
const passphraseOptions: Record<keyof PassphraseFlags, string> = {
  passphraseEnv: '--passphrase-env',
  passphraseFile: '--passphrase-file',
};

/** True if the user gives a target by flags, or at least one of these flags. */
export function hasTargetFlags(flags: TargetFlags): boolean {
  return [...Object.keys(options), ...Object.keys(passphraseOptions)].some(
    (name) => flags[name as keyof TargetFlags] !== undefined,
  );
}

/**
 * The config that the flags stand for, with one target named after the host; relative paths start at `folder`.
 *
 * @throws InputProblem when a flag is missing or its value is invalid.
 */
export function configOfFlags(flags: TargetFlags, folder: string): LoadedConfig {
  const missing = Object.entries(options)
    .filter(([name]) => flags[name as keyof TargetFlags] === undefined)
    .map(([, { option }]) => option);
  if (missing.length > 0) {
    throw new InputProblem(
      'missing-option',
      `a target given by flags needs ${missing.join(' and ')} too`,
      {
        remedy:
          'Without any of --profile, --base-url, --client-id, --private-key, a config is read.',
      },
    );
  }
  const { profile, baseUrl = '', clientId, privateKey } = flags;
  const passphrase = readPassphrase(flags);
  const data = {
    targets: [
      {
        name: URL.canParse(baseUrl) ? new URL(baseUrl).host || 'target' : 'target',
        profile,
        baseUrl,
        client: { clientId, privateKey: { file: privateKey, ...(passphrase && { passphrase }) } },
      },
    ],
  };
  return { file: place, folder, config: validateInput<Config>('config', data, place) };
}

/** The flags again, as words of a replay. */
export function wordsOfFlags(flags: TargetFlags): string[] {
  const needed = Object.entries(options).flatMap(([name, { option }]) => [
    option,
    flags[name as keyof TargetFlags] ?? '',
  ]);
  const opening = Object.entries(passphraseOptions).flatMap(([name, option]) => {
    const value = flags[name as keyof PassphraseFlags];
    return value === undefined ? [] : [option, value];
  });
  return [...needed, ...opening];
}

/** Runs `read`; a problem in the config that the flags stand for names the flag instead of a pointer. */
export function inFlagWords<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputProblem)) throw error;
    throw InputProblem.all(error.problems.map(ofFlag), { cause: error.cause });
  }
}

function ofFlag({ file, pointer, remedy, ...problem }: InputProblemDetail): InputProblemDetail {
  const flag = Object.values(options).find(
    (each) =>
      file === place && (pointer === each.pointer || pointer?.startsWith(`${each.pointer}/`)),
  );
  return {
    ...problem,
    ...(flag ? { file: flag.option } : { ...(file && { file }), ...(pointer && { pointer }) }),
    ...(remedy && {
      remedy: remedy.replace('the folder of the config', 'the working directory'),
    }),
  };
}
