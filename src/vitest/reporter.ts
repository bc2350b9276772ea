import { mkdirSync } from 'node:fs';
import type { Reporter, TestModule, TestSuite } from 'vitest/node';
import { defaultReporters, type ReporterName } from '../../reports/formats.js';
import type { Result } from '../../schemas/generated/result.js';
import { formerText } from '../api/former-reports.js';
import { requireReporters, writeReports } from '../api/write-reports.js';
import { mergeResults } from '../results/merge/merge-results.js';

/** What a reporter of conformance runs writes, and to which folder. */
export interface ConformanceReporterOptions {
  /** The formats, by the names that `--reporter` of the command takes; the same default. */
  formats?: readonly string[];
  /** The folder. Default `snap-report/`. */
  out?: string;
}

/**
 * A vitest reporter that writes the reports of the command: `result.json`, `report.html`, `junit.xml` and the
 * others. The findings of several test files become one result. Use it besides a reporter that prints tests.
 */
export class ConformanceReporter implements Reporter {
  readonly #formats: readonly ReporterName[];
  readonly #out: string;

  /** @throws InputProblem for an unknown format. */
  constructor({
    formats = defaultReporters,
    out = 'snap-report/',
  }: ConformanceReporterOptions = {}) {
    this.#formats = requireReporters(formats);
    this.#out = out;
  }

  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    const parts = modules.flatMap((module) =>
      resultsIn(module).map((result) => ({ result, file: module.relativeModuleId })),
    );
    if (parts.length === 0) return;
    mkdirSync(this.#out, { recursive: true });
    const { files, broken, former } = await writeReports(
      mergeResults(parts),
      this.#formats,
      this.#out,
    );
    for (const { name, path } of files) process.stdout.write(`${name.padEnd(6)} ${path}\n`);
    process.stderr.write(formerText(former, this.#out));
    const [first] = broken;
    if (first) throw first.error;
  }
}

/** The results of the conformance runs of a test file. */
function resultsIn(block: TestModule | TestSuite): Result[] {
  const { snapConformance } = block.meta();
  return [
    ...(snapConformance ? [snapConformance] : []),
    ...[...block.children].flatMap((child) => (child.type === 'suite' ? resultsIn(child) : [])),
  ];
}
