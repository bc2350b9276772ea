import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RequirementsFile } from '../../../schemas/generated/requirements.js';
import type { OwnRequirements } from '../catalogue/catalogue.js';
import { InputProblem } from '../input/input-problem.js';
import { suggestion } from '../input/nearest-name.js';
import { readDataFile } from '../input/read-data.js';
import { validateInput } from '../input/validate-input.js';
import type { LoadedConfig } from './config.js';

/** One of the user's own suites, with its requirements. */
export interface CustomSuite extends OwnRequirements {
  /** Path of the suite's file. */
  suite: string;
}

const ending = /\.suite\.(?:ts|js|mjs)$/;
const services = ['token-b2b', 'token-b2b2c', 'transaction'];

/**
 * The suites that a config names, each with the requirements next to it: `house-rules.yaml` for
 * `house-rules.suite.ts`.
 *
 * @throws InputProblem when there is no such file or folder, or requirements are missing or invalid.
 */
export function customSuites({ config, file, folder }: LoadedConfig): CustomSuite[] {
  return (config.suites ?? []).flatMap((named, index) => {
    const path = resolve(folder, named);
    const place = { file, pointer: `/suites/${index}` };
    if (!existsSync(path))
      throw new InputProblem('suite-not-found', `there is no such file or folder: ${named}`, {
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
      throw new InputProblem('not-a-suite', `that is no suite: ${named}`, {
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
  if (!services.includes(service))
    throw new InputProblem('unknown-service', `there is no service "${service}"`, {
      file,
      pointer: '/area',
      remedy: suggestion(service, services),
    });
  return { suite, file, content };
}
