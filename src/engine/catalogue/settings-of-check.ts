import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../input/package-root.js';

const file = join(packageRoot, 'dist', 'specs', 'check-settings.json');
let known: Record<string, string[]> | undefined;

/**
 * Pointers, below its service's settings, of the values that a check goes by, for whoever doesn't run the
 * suites. The build has asked the checks themselves; none are known where nothing was built.
 */
export function settingsOfCheck(id: string): readonly string[] {
  known ??= existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[]>)
    : {};
  return known[id] ?? [];
}
