import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Config, TargetConfig } from '../../../schemas/generated/config.js';
import { InputProblem, type InputProblemDetail } from '../input/input-problem.js';
import { escapePointer } from '../input/json-pointer.js';
import { readConfigFile } from '../input/read-data.js';
import { validateInput } from '../input/validate-input.js';
import { keepPositions } from '../input/yaml-positions.js';
import { namesOf } from './calls-of.js';

/** The names under which a config is looked for; the first found is taken. */
export const configNames = ['ts', 'mjs', 'js', 'json', 'yaml'].map(
  (ending) => `snap.config.${ending}`,
);

/** A valid config and where it came from; relative paths in it start at `folder`. */
export interface LoadedConfig {
  file: string;
  folder: string;
  config: Config;
}

/**
 * Loads the config, with `${NAME}` replaced from the environment in every string.
 *
 * @param file As the user gave it; by default the first of {@link configNames} in `folder`.
 * @throws InputProblem when there is none, it is invalid, a variable is unset, or two targets share a name.
 */
export async function loadConfig(
  file: string | undefined,
  folder: string,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<LoadedConfig> {
  const path = file === undefined ? find(folder) : resolve(folder, file);
  const shown = file ?? path;
  return configOf(await readConfigFile(path, shown), shown, dirname(path), environment);
}

/**
 * A config of plain data, with variables replaced as in a file.
 *
 * @param file Names it in messages.
 * @throws InputProblem as {@link loadConfig}.
 */
export function configOf(
  written: unknown,
  file: string,
  folder: string,
  environment: NodeJS.ProcessEnv = process.env,
): LoadedConfig {
  const data = expandAll(written, environment, file);
  keepPositions(written, data);
  const config = validateInput<Config>('config', data, file);
  requireOneForm(config.targets, file);
  requireUniqueNames(config.targets, file);
  return { file, folder, config };
}

function find(folder: string): string {
  const found = configNames.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (found !== undefined) return found;
  throw new InputProblem('config-not-found', 'there is no config here', {
    file: folder,
    remedy: `"snap-conformance init" writes one (${configNames.join(', ')}). Or name one with --config FILE, or give a target by flags: --base-url, --client-id, --private-key.`,
  });
}

/** @throws InputProblem with every variable that is not set. */
function expandAll(data: unknown, environment: NodeJS.ProcessEnv, file: string): unknown {
  const unset: InputProblemDetail[] = [];
  const expanded = expand(data, '', (name, pointer) => {
    const replacement = environment[name];
    if (replacement === undefined) {
      unset.push({
        code: 'variable-unset',
        what: `the environment variable ${name} is not set`,
        file,
        pointer,
        remedy: `Set it before the run: export ${name}=…`,
      });
    }
    return replacement ?? '';
  });
  if (unset.length > 0) throw InputProblem.all(unset);
  return expanded;
}

function expand(
  value: unknown,
  pointer: string,
  variable: (name: string, pointer: string) => string,
): unknown {
  if (typeof value === 'string') {
    return value.replace(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (_, name: string) =>
      variable(name, pointer),
    );
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => expand(item, `${pointer}/${index}`, variable));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [
        key,
        expand(item, `${pointer}/${escapePointer(key)}`, variable),
      ]),
    );
  }
  return value;
}

/** @throws InputProblem for a target that names its services twice over. */
function requireOneForm(targets: TargetConfig[], file: string): void {
  targets.forEach(({ transaction, transactions }, index) => {
    if (!transaction || !transactions) return;
    throw new InputProblem(
      'conflicting-members',
      'a target has both transaction and transactions',
      {
        file,
        pointer: `/targets/${index}/transactions`,
        remedy: 'transaction is short for a list of one: move it into transactions.',
      },
    );
  });
}

function requireUniqueNames(targets: TargetConfig[], file: string): void {
  const named = targets.flatMap((target, index) =>
    namesOf(target).map((name, call) => ({ name, index, call })),
  );
  named.forEach(({ name, index, call }, at) => {
    if (named.findIndex((other) => other.name === name) === at) return;
    if (call === 0)
      throw new InputProblem('duplicate-target', `two targets are named "${name}"`, {
        file,
        pointer: `/targets/${index}/name`,
        remedy: 'Reports tell targets apart by name: give each its own.',
      });
    throw new InputProblem('duplicate-target', `two services are named "${name}"`, {
      file,
      pointer: `/targets/${index}/transactions/${call}`,
      remedy: 'Reports tell them apart by name: give each its own, name: retail.',
    });
  });
}

/** The target at a place of a config. */
export function targetAt({ config }: LoadedConfig, index: number): TargetConfig {
  const target = config.targets[index];
  if (!target) throw new RangeError(`no target ${index}`);
  return target;
}
