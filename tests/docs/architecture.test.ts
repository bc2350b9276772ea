import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { circles, withoutDetours } from '../../scripts/architecture/arrows.js';
import { folderOf, roomOf, sourceFiles } from '../../scripts/architecture/import-graph.js';
import { pageWithPicture } from '../../scripts/architecture/page.js';
import { packageRoot } from '../../src/engine/input/package-root.js';

const page = readFileSync(join(packageRoot, 'docs', 'architecture.md'), 'utf8');
/** What stands in code marks outside the picture. */
const named = [...page.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`]+)`/g)].map(
  ([, text = '']) => text,
);

describe('docs/architecture.md', () => {
  test('has the picture of the imports as they are: `npm run docs` draws it', () => {
    expect(page).toMatch(/^```mermaid\nflowchart TD\n/m);
    expect(pageWithPicture(page, packageRoot)).toBe(page);
  });

  test('names files and folders that there are', () => {
    const paths = named.filter((text) => /^[\w.-]+(?:\/[\w.-]+)+$/.test(text));
    expect(paths.length).toBeGreaterThan(40);
    expect(paths.filter((path) => !existsSync(join(packageRoot, path)))).toEqual([]);
  });

  test('says of each room what it holds', () => {
    const rooms = sourceFiles(packageRoot).map((file) =>
      roomOf(file) === 'src/engine' ? folderOf(file) : roomOf(file),
    );
    const told = page.split('\n').filter((line) => line.startsWith('| `'));
    const missing = [...new Set(rooms)]
      .map((room) => (room === 'src' ? 'src/index.ts' : room))
      .filter((room) => !told.some((line) => line.includes(`\`${room}\``)));
    expect(missing).toEqual([]);
  });
});

describe('the picture', () => {
  const arrows = new Map([
    ['a', new Set(['b', 'c', 'd'])],
    ['b', new Set(['c'])],
    ['c', new Set<string>()],
    ['d', new Set<string>()],
  ]);

  test('leaves out the arrows that follow from others', () => {
    expect(withoutDetours(arrows)).toEqual(
      new Map([...arrows, ['a', new Set(['b', 'd'])] as const]),
    );
  });

  test('is of rooms without circles, which would be found', () => {
    expect(circles(arrows)).toEqual([]);
    expect(circles(new Map([...arrows, ['c', new Set(['a'])] as const]))).toEqual([
      'a → b → c → a',
    ]);
  });
});
