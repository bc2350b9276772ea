import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { arrowsOf, circles } from '../scripts/architecture/arrows.js';
import {
  folderOf,
  type Import,
  importsOf,
  roomOf,
  sourceFiles,
} from '../scripts/architecture/import-graph.js';
import { packageRoot } from '../src/engine/input/package-root.js';

const files = sourceFiles(packageRoot);
const imports = files.flatMap((file) => importsOf(packageRoot, file));

const show = ({ from, to }: Import) => `${from} → ${to}`;

/** Imports that leave a room for one that it must not know. */
function strays(room: string, allowed: (arrow: Import, to: string) => boolean): string[] {
  const leaving = imports.filter(({ from, to }) => roomOf(from) === room && roomOf(to) !== room);
  return leaving.filter((arrow) => !allowed(arrow, roomOf(arrow.to))).map(show);
}

const isSchemaType = ({ typeOnly }: Import, to: string) => typeOnly && to === 'schemas';

test('every import is read, and leads to a file', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(imports.length).toBeGreaterThan(300);
  expect(imports.filter(({ to }) => !existsSync(join(packageRoot, to))).map(show)).toEqual([]);
});

describe('the arrows of the house', () => {
  test('protocol knows nothing of ours', () => {
    expect(strays('src/protocol', () => false)).toEqual([]);
  });

  test('sandbox knows the protocol, and the types of the schemas', () => {
    expect(
      strays('src/sandbox', (arrow, to) => to === 'src/protocol' || isSchemaType(arrow, to)),
    ).toEqual([]);
  });

  test('messages know nothing of ours', () => {
    expect(strays('src/messages', () => false)).toEqual([]);
  });

  test('engine knows the protocol, the messages, and the types of the schemas', () => {
    const known = ['src/protocol', 'src/messages'];
    expect(
      strays('src/engine', (arrow, to) => known.includes(to) || isSchemaType(arrow, to)),
    ).toEqual([]);
  });

  test('results know the engine, the protocol, the messages, and the types of the schemas', () => {
    expect(
      strays(
        'src/results',
        (arrow, to) =>
          ['src/engine', 'src/protocol', 'src/messages'].includes(to) || isSchemaType(arrow, to),
      ),
    ).toEqual([]);
  });

  test('suites know the engine, the protocol, the messages, and the types of the schemas', () => {
    expect(
      strays(
        'suites',
        (arrow, to) =>
          ['src/engine', 'src/protocol', 'src/messages'].includes(to) || isSchemaType(arrow, to),
      ),
    ).toEqual([]);
  });

  test('reports know the messages, and types', () => {
    expect(
      strays('reports', (arrow, to) => to === 'src/messages' || isSchemaType(arrow, to)),
    ).toEqual([]);
  });

  test('cli is known by nobody', () => {
    const known = imports.filter(
      ({ from, to }) => roomOf(to) === 'src/cli' && roomOf(from) !== 'src/cli',
    );
    expect(known.map(show)).toEqual([]);
  });

  test('only the API knows the suites: all else is given their checks as values', () => {
    const known = imports.filter(
      ({ from, to }) =>
        roomOf(to) === 'suites' && !['suites', 'suites/vitest', 'src/api'].includes(roomOf(from)),
    );
    expect(known.map(show)).toEqual([]);
  });
});

describe('at run time nothing imports itself in a circle', () => {
  test.for([
    ['rooms', roomOf],
    ['folders of a room', folderOf],
    ['files', (file: string) => file],
  ] as const)('%s', ([, room]) => {
    expect(circles(arrowsOf(imports, room))).toEqual([]);
  });
});

test('rooms are small: no file is longer than 300 lines', () => {
  const long = files.filter(
    (file) => readFileSync(join(packageRoot, file), 'utf8').split('\n').length > 301,
  );
  expect(long).toEqual([]);
});

test('rooms are small: no folder of src but protocol holds more than fifteen files', () => {
  const counts = new Map<string, number>();
  for (const file of files.filter((file) => file.startsWith('src/')))
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  counts.delete(join('src', 'protocol'));
  expect([...counts].filter(([, count]) => count > 15)).toEqual([]);
});
