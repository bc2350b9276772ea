import { relative } from 'node:path';
import { packageRoot, packageVersion } from '../../engine/input/package-root.js';
import { shellWords } from '../../engine/input/text.js';

/*
 * Where this package comes from, for all that the command prints and writes. Nobody has registered its name at npm:
 * whoever does so decides what an installation by name runs, next to a user's keys. So it is installed from a
 * tarball, and started by `npx --no-install`. docs/install.md tells users; both change when the name is ours.
 */

/** The file that `npm pack` writes. */
export const tarball = `snap-conformance-${packageVersion}.tgz`;

/** A shell command that installs the package into the working directory; SNAP_PACKAGE names the tarball. */
export const installCommand = 'npm install --no-save --ignore-scripts "$SNAP_PACKAGE"';

/** The command of the package that is installed in the project: it runs that one or none. */
export const installedCommand = 'npx --no-install snap-conformance';

/** A shell command that writes the tarball of the package that runs now into `folder`. */
export function packCommand(folder: string): string {
  const path = relative(folder, packageRoot);
  // npm takes a relative path without ./ for the name of a repository.
  const source = path.startsWith('..') ? packageRoot : `./${path}`;
  return shellWords(['npm', 'pack', '--ignore-scripts', source]);
}

/** True if npx started this command: it isn't on the PATH then. npx tells by which command of npm it was called. */
export function startedByNpx(): boolean {
  return process.env['npm_command'] === 'exec';
}

/** How this command is typed here. */
export function typedCommand(): string {
  return startedByNpx() ? installedCommand : 'snap-conformance';
}
