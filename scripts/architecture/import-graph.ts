import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** One file of ours names another. Paths are as seen from the package's folder. */
export interface Import {
  from: string;
  to: string;
  /** Gone when compiled: it makes no arrow at run time. */
  typeOnly: boolean;
}

/** The source files of the package, as seen from its folder. */
export function sourceFiles(root: string): string[] {
  return ['src', 'suites', 'reports']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        join(folder, file),
      ),
    )
    .filter((file) => file.endsWith('.ts'));
}

const statement =
  /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\s+from\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

/** Imports of our own files; packages are another matter. */
export function importsOf(root: string, file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(statement)].flatMap(([whole, type, named, dynamic]) => {
    const path = named ?? dynamic ?? '';
    if (!path.startsWith('.')) return [];
    const target = resolve(root, dirname(file), path).replace(/\.js$/, '.ts');
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
        to: relative(root, target),
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

/** The room of the house that a file is in: `src/engine`. */
export function roomOf(file: string): string {
  const [first = '', second = ''] = file.split(/[/\\]/);
  // The tests that put the suites into vitest stand on all else.
  if (first === 'suites' && second === 'vitest') return 'suites/vitest';
  if (first !== 'src') return first;
  return second.endsWith('.ts') ? 'src' : `src/${second}`;
}

/** The folder of a room that a file is in: `src/engine/session`. */
export function folderOf(file: string): string {
  const room = roomOf(file);
  const [, , folder = ''] = file.split(/[/\\]/);
  return room.startsWith('src/') && !folder.endsWith('.ts') ? `${room}/${folder}` : room;
}
