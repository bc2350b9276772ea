import { chmodSync, readdirSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { draftFile, writeWhole } from '../../../../src/engine/input/writing/draft-file.js';
import { workspace } from '../../../cli/workspace.js';

const modeOf = (file: string) => statSync(file).mode & 0o777;

test('a file is as it was until the draft is put in its place, in one step', () => {
  const { path, write, read } = workspace();
  const file = write('a.txt', 'former');
  const draft = draftFile(file, ['la', 'ter']);
  expect(read('a.txt')).toBe('former');
  expect(readdirSync(path)).toHaveLength(2);
  draft.commit();
  expect(read('a.txt')).toBe('later');
  draft.discard();
  expect(readdirSync(path)).toEqual(['a.txt']);
});

test('what cannot be made or moved leaves nothing behind', () => {
  const { path, write, read } = workspace();
  const file = write('a.txt', 'former');
  function* breaking() {
    yield 'half';
    throw new Error('broken');
  }
  expect(() => draftFile(file, breaking())).toThrow('broken');
  expect(read('a.txt')).toBe('former');
  write('folder/taken', '');
  expect(() => writeWhole(join(path, 'folder'), 'text')).toThrow('EISDIR');
  expect(readdirSync(path).sort()).toEqual(['a.txt', 'folder']);
});

test('permissions stay, unless others are asked for; a link leads to the new file', () => {
  const { path, write, read } = workspace();
  const file = write('a.txt', 'former');
  chmodSync(file, 0o640);
  symlinkSync('a.txt', join(path, 'link'));
  writeWhole(join(path, 'link'), 'later');
  expect(read('a.txt')).toBe('later');
  expect(modeOf(file)).toBe(0o640);
  writeWhole(file, 'secret', 0o600);
  expect(modeOf(file)).toBe(0o600);
});

test('a draft that a killed process left is removed an hour later; one that may be in use is not', () => {
  const { path, write } = workspace();
  const old = write('.a.txt.0123abcd.tmp', 'half');
  write('.a.txt.4567abcd.tmp', 'half');
  write('.a.txt.mine.tmp', 'of somebody else');
  const before = Date.now() / 1000 - 3700;
  utimesSync(old, before, before);
  utimesSync(join(path, '.a.txt.mine.tmp'), before, before);
  writeWhole(join(path, 'a.txt'), 'text');
  expect(readdirSync(path).sort()).toEqual(['.a.txt.4567abcd.tmp', '.a.txt.mine.tmp', 'a.txt']);
});
