import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import type { Profile } from '../../../schemas/resolved.js';
import { loadProfile } from '../../../src/engine/profile/profile.js';

/** A folder with these profiles, until the test ends. */
export function folderWith(profiles: Record<string, object>): string {
  const folder = mkdtempSync(join(tmpdir(), 'snap-profile-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, profile] of Object.entries(profiles))
    writeFileSync(join(folder, file), stringify(profile));
  return folder;
}

/** Loads `mine.yaml`, with others next to it. */
export function loadMine(mine: object, others: Record<string, object> = {}): Profile {
  return loadProfile('./mine.yaml', folderWith({ 'mine.yaml': mine, ...others }));
}
