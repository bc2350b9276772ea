import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../src/engine/input/package-root.js';

interface Import {
  from: string;
  to: string;
  /** Gone when compiled: it makes no arrow at run time. */
  typeOnly: boolean;
}

const files = ['src', 'suites', 'reports']
  .flatMap((folder) =>
    readdirSync(join(packageRoot, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
      join(folder, file),
    ),
  )
  .filter((file) => file.endsWith('.ts'));

const statement =
  /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\s+from\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

/** Imports of our own files; packages are another matter. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(packageRoot, file), 'utf8');
  return [...text.matchAll(statement)].flatMap(([whole, type, named, dynamic]) => {
    const path = named ?? dynamic ?? '';
    if (!path.startsWith('.')) return [];
    const target = resolve(packageRoot, dirname(file), path).replace(/\.js$/, '.ts');
    const allTypes = /\{([^}]*)\}/.exec(whole)?.[1];
    const inlineTypes =
      allTypes !== undefined &&
      allTypes
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean)
        .every((name) => name.startsWith('type '));
    const inType = dynamic !== undefined && !whole.includes('await');
    return [
      {
        from: file,
        to: relative(packageRoot, target),
        typeOnly: type !== undefined || inlineTypes || (inType && isTypePosition(text, whole)),
      },
    ];
  });
}

/** True for `import('x').Name`, which names a type. */
function isTypePosition(text: string, whole: string): boolean {
  const at = text.indexOf(whole) + whole.length;
  return text[at] === '.' && !/^\.then\b/.test(text.slice(at));
}

const imports = files.flatMap(importsOf);

/** The room of the house that a file is in. */
function roomOf(file: string): string {
  const [first = '', second = ''] = file.split(/[/\\]/);
  // The tests that put the suites into vitest stand on all else.
  if (first === 'suites' && second === 'vitest') return 'suites/vitest';
  if (first !== 'src') return first;
  return second.endsWith('.ts') ? 'src' : `src/${second}`;
}

/** The folder of a room that a file is in: `src/engine/session`. */
function folderOf(file: string): string {
  const room = roomOf(file);
  const [, , folder = ''] = file.split(/[/\\]/);
  return room.startsWith('src/') && !folder.endsWith('.ts') ? `${room}/${folder}` : room;
}

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

  test('results know the engine, the protocol, and the types of the schemas', () => {
    expect(
      strays(
        'src/results',
        (arrow, to) => to === 'src/engine' || to === 'src/protocol' || isSchemaType(arrow, to),
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

  test('reports know types alone', () => {
    expect(strays('reports', isSchemaType)).toEqual([]);
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

/** Ways that lead from a room through others back to itself, at run time. */
function cycles(room: (file: string) => string): string[] {
  const arrows = new Map<string, Set<string>>();
  for (const { from, to, typeOnly } of imports) {
    if (typeOnly || room(from) === room(to)) continue;
    arrows.set(room(from), (arrows.get(room(from)) ?? new Set()).add(room(to)));
  }
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (here: string, path: readonly string[]): void => {
    if (path.includes(here)) found.push([...path.slice(path.indexOf(here)), here].join(' → '));
    if (path.includes(here) || done.has(here)) return;
    for (const next of arrows.get(here) ?? []) visit(next, [...path, here]);
    done.add(here);
  };
  for (const here of arrows.keys()) visit(here, []);
  return found;
}

describe('at run time nothing imports itself in a circle', () => {
  test.for([
    ['rooms', roomOf],
    ['folders of a room', folderOf],
    ['files', (file: string) => file],
  ] as const)('%s', ([, room]) => {
    expect(cycles(room)).toEqual([]);
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
