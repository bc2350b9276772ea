import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { byAreaOrder } from './src/engine/area-order.js';

class InAreaOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    return files.toSorted((a, b) => byAreaOrder(a.moduleId, b.moduleId));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: InAreaOrder },
    projects: [
      {
        test: {
          name: 'tests',
          include: ['tests/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // One worker and its modules for all files: the suites share one session a target.
        test: {
          name: 'suites',
          include: ['suites/**/*.suite.ts'],
          globalSetup: ['suites/global-setup.ts'],
          pool: 'threads',
          isolate: false,
          maxWorkers: 1,
        },
      },
    ],
  },
});
