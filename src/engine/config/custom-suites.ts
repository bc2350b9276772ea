import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RequirementsFile } from '../../../schemas/generated/requirements.js';
import { signedServiceIds } from '../../protocol/services.js';
import type { OwnRequirements } from '../catalogue/catalogue.js';
import { InputProblem } from '../input/input-problem.js';
import { suggestion } from '../input/nearest-name.js';
import { readDataFile } from '../input/read-data.js';
import { validateInput } from '../input/validate-input.js';
import type { LoadedConfig } from './config.js';

/** A suite of the user's own, and its requirements. */
export interface CustomSuite extends OwnRequirements {
  /** Path of the suite's file. */
  suite: string;
}

const ending = /\.suite\.(?:ts|js|mjs)$/;

/**
 * The suites that a config names, each with the requirements that lie beside it: `house-rules.yaml` for
 * `house-rules.suite.ts`.
 *
 * @throws InputProblem where there is no such file or folder, or requirements are missing or not valid.
 */
export function customSuites({ config, file, folder }: LoadedConfig): CustomSuite[] {
  return (config.suites ?? []).flatMap((named, index) => {
    const path = resolve(folder, named);
    const place = { file, pointer: `/suites/${index}` };
    if (!existsSync(path))
      throw new InputProblem(`there is no such file or folder: ${named}`, {
        ...place,
        remedy: 'Relative paths start at the folder of the config.',
      });
    const files = statSync(path).isDirectory()
      ? readdirSync(path)
          .sort()
          .map((name) => join(path, name))
          .filter((each) => ending.test(each))
      : [path];
    if (files.length === 0 || !files.every((each) => ending.test(each)))
      throw new InputProblem(`that is no suite: ${named}`, {
        ...place,
        remedy: "A suite's name ends in .suite.ts, .suite.js or .suite.mjs.",
      });
    return files.map(customSuite);
  });
}

function customSuite(suite: string): CustomSuite {
  const file = suite.replace(ending, '.yaml');
  const content = validateInput<RequirementsFile>('requirements', readDataFile(file), file);
  const [service = ''] = content.area.split('/');
  if (!signedServiceIds.some((id) => id === service))
    throw new InputProblem(`there is no service "${service}"`, {
      file,
      pointer: '/area',
      remedy: suggestion(service, signedServiceIds),
    });
  return { suite, file, content };
}
