import { join } from 'node:path';
import { packageRoot } from '../../src/engine/input/package-root.js';

export {
  ownModule,
  packageRoot,
  packageVersion,
  runsFromSource,
} from '../../src/engine/input/package-root.js';

/**
 * Tests run the suites of the build: what is shipped is what is tested, and node loads it in half the time
 * that vite takes to transform the sources anew in each run.
 */
export const suitesFolder: string = join(packageRoot, 'dist', 'suites');
