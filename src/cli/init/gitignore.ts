import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { NewFile } from './write-new.js';

/**
 * The folder's .gitignore with what must not be committed: private keys, reports.
 *
 * @returns undefined when it has all of that already
 */
export function withIgnored(
  privateKey: string,
  folder: string,
): { file: NewFile; lines: string[] } | undefined {
  const path = join(folder, '.gitignore');
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const known = before.split(/\r?\n/).map((line) => line.trim().replace(/^\//, ''));
  const lines = [...keyLines(privateKey), 'snap-report/'].filter(
    (line) => !known.includes(line) && !known.includes(line.replace(/\/$/, '')),
  );
  if (lines.length === 0) return undefined;
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  return {
    file: {
      name: '.gitignore',
      text: `${before}${gap}${lines.join('\n')}\n`,
      about: 'what is not committed',
    },
    lines,
  };
}

/** A folder of keys is ignored as a whole: the second client's key will be in it too. */
function keyLines(privateKey: string): string[] {
  const parts = privateKey.replace(/^\.\//, '').split(/[/\\]/);
  // A file outside the folder is not part of this repository.
  if (isAbsolute(privateKey) || parts.includes('..')) return [];
  return [parts.length > 1 ? `${parts.slice(0, -1).join('/')}/` : (parts[0] ?? '')];
}
