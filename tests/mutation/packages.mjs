import { copyFileSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const parts = ['package.json', 'dist', 'schemas', 'specs'];

/** Copies what an installed package holds, except for its dependencies, which are only pointed at. */
export function copyPackage(from, to) {
  mkdirSync(to, { recursive: true });
  for (const part of parts)
    cpSync(join(from, part), join(to, part), { recursive: true, dereference: true });
  symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'));
  return to;
}

/** Uses a copy of the pristine package while one of its files is another. */
export async function withMutant(pristine, copy, { file, mutated }, use) {
  try {
    writeFileSync(join(copy, file), mutated);
    return await use(copy);
  } finally {
    copyFileSync(join(pristine, file), join(copy, file));
    // A mutated spec was built into it.
    cpSync(join(pristine, 'dist/specs'), join(copy, 'dist/specs'), { recursive: true });
  }
}
