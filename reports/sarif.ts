import type { Result } from '../schemas/generated/result.js';
import type { RenderOptions, Report } from './report.js';
import { sarifResult } from './sarif/result.js';
import { rulesOf } from './sarif/rule.js';
import { judgedTarget } from './shared/judged-target.js';
import { lookUp } from './shared/lookup.js';
import { problemsOf } from './shared/problems.js';

/**
 * results.sarif, SARIF 2.1.0 with one run, for GitHub's code scanning and whatever else shows findings of tools. A
 * failed MUST is an error, a failed SHOULD a warning, what can't be told a note. A failure that the baseline lists is
 * suppressed. Checks that passed or were not tested aren't listed.
 */
export const sarif: Report = { file: 'results.sarif', render };

function render(result: Result, { configFile }: RenderOptions = {}): string {
  const lookup = lookUp(result);
  const problems = result.targets.flatMap((target) => problemsOf(lookup, target));
  const rules = rulesOf(lookup, problems);
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const { tool, run } = result;
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: tool.name, version: tool.version, rules } },
        automationDetails: { id: `${tool.name}/` },
        invocations: [
          {
            executionSuccessful: !run.interrupted,
            startTimeUtc: run.startedAt,
            endTimeUtc: run.finishedAt,
          },
        ],
        // A shipped profile is no file of the repository: its path begins at the package.
        ...(configFile === undefined && {
          originalUriBaseIds: { PACKAGE: { description: { text: `The package ${tool.name}.` } } },
        }),
        results: problems.map((problem) => sarifResult(problem, indices, configFile)),
        properties: {
          seed: run.seed,
          ...(run.seedFrom !== undefined && { seedFrom: run.seedFrom }),
          depth: run.depth,
          ...(run.catalogueDigest !== undefined && { catalogueDigest: run.catalogueDigest }),
          ...(run.recovered && { recovered: run.recovered }),
          ...(run.targetsLeftOut && { targetsLeftOut: run.targetsLeftOut }),
          targets: result.targets.map(judgedTarget),
        },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}
