import { chmodSync } from 'node:fs';
import { dirname } from 'node:path';
import { packageVersion } from '../../src/engine/input/package-root.js';
import { main } from './command.js';
import type { Workspace } from './workspace.js';

/**
 * A PATH in which npx is the command of this build, for scripts that a CI system runs: it takes
 * `--yes snap-conformance@VERSION` of this version alone, and of the checks a few.
 */
export function npxHere(space: Workspace): string {
  const npx = space.write(
    'bin/npx',
    [
      '#!/bin/sh',
      `[ "$1 $2" = "--yes snap-conformance@${packageVersion}" ] || exit 9`,
      'shift 2',
      `exec '${process.execPath}' '${main}' "$@" --depth quick --only 'token-b2b/timestamp/rejects-e*'`,
    ].join('\n'),
  );
  chmodSync(npx, 0o755);
  return `${dirname(npx)}:${process.env['PATH']}`;
}
