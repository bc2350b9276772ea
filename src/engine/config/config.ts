import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Config, TargetConfig } from '../../../schemas/generated/config.js';
import { InputProblem, type InputProblemDetail } from '../input/input-problem.js';
import { escapePointer } from '../input/json-pointer.js';
import { suggestion } from '../input/nearest-name.js';
import { readConfigFile } from '../input/read-data.js';
import { validateInput } from '../input/validate-input.js';
import { keepPositions } from '../input/yaml-positions.js';

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

function requireUniqueNames(targets: TargetConfig[], file: string): void {
  targets.forEach(({ name }, index) => {
    if (targets.findIndex((target) => target.name === name) === index) return;
    throw new InputProblem('duplicate-target', `two targets are named "${name}"`, {
      file,
      pointer: `/targets/${index}/name`,
      remedy: 'Reports tell targets apart by name: give each its own.',
    });
  });
}

/** The target at a place of a config. */
export function targetAt({ config }: LoadedConfig, index: number): TargetConfig {
  const target = config.targets[index];
  if (!target) throw new RangeError(`no target ${index}`);
  return target;
}

/** The targets to run with their places: all, or those named by `--target`. */
export function chooseTargets(
  { config, file }: LoadedConfig,
  names: readonly string[],
): [TargetConfig, number][] {
  const all = config.targets.map((target, index): [TargetConfig, number] => [target, index]);
  if (names.length === 0) return all;
  const known = config.targets.map((target) => target.name);
  for (const name of names) {
    if (known.includes(name)) continue;
    throw new InputProblem('unknown-target', `there is no target "${name}"`, {
      file,
      pointer: '/targets',
      remedy: suggestion(name, known),
    });
  }
  return all.filter(([target]) => names.includes(target.name));
}
