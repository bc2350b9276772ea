import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const parts = ['package.json', 'dist', 'schemas', 'specs'];

/** Copies what an installed package holds, but for its dependencies, which are only pointed at. */
export function copyPackage(from, to) {
  mkdirSync(to, { recursive: true });
  for (const part of parts)
    cpSync(join(from, part), join(to, part), { recursive: true, dereference: true });
  symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'));
  return to;
}

/** Does something with a copy in which one file is another. */
export async function withMutant(pristine, folder, { file, mutated }, use) {
  const root = copyPackage(pristine, folder);
  try {
    writeFileSync(join(root, file), mutated);
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
