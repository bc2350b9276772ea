import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the installed package, with package.json, schemas/ and specs/. */
export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** True when the TypeScript sources run, not the build. */
export const runsFromSource: boolean = import.meta.url.endsWith('.ts');

/** The file of a module that the package exports, by its name under src/: of the sources or of the build. */
export function ownModule(name: string): string {
  return runsFromSource
    ? join(packageRoot, 'src', `${name}.ts`)
    : join(packageRoot, 'dist', 'src', `${name}.js`);
}

/** The package's version. */
export const packageVersion: string = (
  JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }
).version;

/** How requests name what sends them: `snap-conformance/1.2.3`. */
export const toolName = `snap-conformance/${packageVersion}`;

function findRoot(folder: string): string {
  // dist/ has no package.json of its own, so the nearest one upward is the package's.
  if (existsSync(join(folder, 'package.json'))) return folder;
  return findRoot(dirname(folder));
}
