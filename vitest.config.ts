import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { ConformanceReporter } from './src/vitest/reporter.js';
import { conformanceTags } from './src/vitest/tags.js';

/** What takes longest begins first, so that no worker is left alone with it at the end. */
const longest = ['faults', 'conforming'].map((name) => `/proof/${name}.test.ts`);

function rank({ moduleId }: TestSpecification): number {
  const at = longest.findIndex((end) => moduleId.endsWith(end));
  return at === -1 ? longest.length : at;
}

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return files.toSorted((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    reporters: ['default', ...(process.env['SNAP_CONFIG'] ? [new ConformanceReporter()] : [])],
    projects: [
      {
        test: {
          name: 'tests',
          globalSetup: ['tests/support/build-first.ts'],
          include: ['tests/**/*.test.ts'],
          // A test waits on its own server and on the run inside it: two at a time fill two cores.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // The checks of this package against the targets of SNAP_CONFIG, a file a service, one after another.
        test: {
          name: 'suites',
          include: ['suites/vitest/*.test.ts'],
          tags: conformanceTags(),
          fileParallelism: false,
        },
      },
    ],
  },
});
