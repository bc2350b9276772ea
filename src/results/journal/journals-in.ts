import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The journals in a folder, as paths below it, the newest first: their names begin with the time of their run. */
export function journalsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^journal-.*\.jsonl$/.test(name))
    .sort()
    .reverse()
    .map((name) => join(folder, name));
}
