import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RequirementsFile } from '../../../schemas/generated/requirements.js';
import { signedServiceIds } from '../../protocol/services.js';
import { type CustomRequirements, catalogueWith } from '../catalogue/catalogue.js';
import type { AnyArea } from '../checks/area.js';
import { Suites } from '../checks/suites.js';
import { InputProblem } from '../input/input-problem.js';
import { suggestion } from '../input/nearest-name.js';
import { importModule, readDataFile, readText } from '../input/read-data.js';
import { thrownMessage } from '../input/reading/thrown-message.js';
import { validateInput } from '../input/validate-input.js';
import type { LoadedConfig } from './config.js';

/** One of the user's own suites, with its requirements. */
export interface CustomSuite extends CustomRequirements {
  /** Path of the suite's file. */
  suite: string;
}

const ending = /\.suite\.(?:ts|js|mjs)$/;

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
  if (!signedServiceIds.some((id) => id === service))
    throw new InputProblem('unknown-service', `there is no service "${service}"`, {
      file,
      pointer: '/area',
      remedy: suggestion(service, signedServiceIds),
    });
  return { suite, file, content };
}

/**
 * The shipped areas, then those that the user's suites export.
 *
 * @param modules What the files may import by name, of the build that runs: `snap-conformance/suite`.
 * @throws InputProblem for a file that can't be loaded or exports no area, a check without a requirement
 * and a requirement without a check.
 */
export async function suitesWith(
  shipped: readonly AnyArea[],
  custom: readonly CustomSuite[],
  modules: Readonly<Record<string, unknown>>,
): Promise<Suites> {
  const catalogue = catalogueWith(custom);
  const areas = [...shipped];
  const known = new Set(
    shipped.flatMap(({ id, checks }) => checks.map(({ name }) => `${id}/${name}`)),
  );
  for (const each of custom) {
    const exported = await areasIn(each, modules);
    for (const id of exported.flatMap((area) =>
      area.checks.map(({ name }) => `${area.id}/${name}`),
    )) {
      if (!catalogue.has(id))
        throw new InputProblem('check-without-requirement', `the check ${id} has no requirement`, {
          file: each.suite,
          remedy: `State it in ${each.file}, in the area ${id.slice(0, id.lastIndexOf('/'))}.`,
        });
      if (known.has(id))
        throw new InputProblem('duplicate-check', `the check ${id} stands twice`, {
          file: each.suite,
          remedy: 'Remove one of the two.',
        });
      known.add(id);
    }
    areas.push(...exported);
  }
  const suites = new Suites(areas, catalogue);
  const [unchecked] = suites.unchecked();
  const stating = custom.find(({ content }) => unchecked?.startsWith(`${content.area}/`));
  if (unchecked !== undefined && stating)
    throw new InputProblem(
      'requirement-without-check',
      `the requirement ${unchecked} has no check`,
      {
        file: stating.file,
        remedy: `Add the check to ${stating.suite}, or remove the requirement.`,
      },
    );
  return suites;
}

async function areasIn(
  { suite }: CustomSuite,
  modules: Readonly<Record<string, unknown>>,
): Promise<AnyArea[]> {
  const exported = await importModule(suite, modules).catch((error: unknown) => {
    if (error instanceof InputProblem)
      throw InputProblem.all(error.problems.map((each) => ({ file: suite, ...each })));
    const why = thrownMessage(error, readText(suite));
    throw new InputProblem('suites-failed', `the suite could not be loaded: ${why}`, {
      file: suite,
      remedy: 'Without `suites` in the config the shipped ones run alone.',
    });
  });
  const areas = Object.values(exported as object).filter(isArea);
  if (areas.length > 0) return areas;
  throw new InputProblem('suites-failed', 'the suite exports no area', {
    file: suite,
    remedy:
      "Export what `area` gives: export const houseRules = area(tokenB2b, 'house-rules', […]).",
  });
}

function isArea(value: unknown): value is AnyArea {
  return typeof value === 'object' && value !== null && 'service' in value && 'checks' in value;
}
