import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { type Workspace, workspace } from '../cli/workspace.js';

const compilerOptions = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM'],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  // What the declarations themselves need has to come with them.
  skipLibCheck: false,
};

/** A project that has the package installed, as built here, and the types of these packages. */
function project(types: readonly string[] = []): Workspace {
  const space = workspace();
  const modules = join(space.path, 'node_modules');
  mkdirSync(join(modules, '@types'), { recursive: true });
  for (const name of types) {
    const own = join(packageRoot, 'node_modules', '@types', name);
    symlinkSync(own, join(modules, '@types', name));
  }
  symlinkSync(packageRoot, join(space.path, 'node_modules', 'snap-conformance'));
  space.write('package.json', '{ "type": "module" }');
  space.write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { ...compilerOptions, types }, include: ['*.ts'] }),
  );
  return space;
}

/** What the compiler says about a project; nothing if its types are right. */
function complaints({ path }: Workspace): string {
  const tsc = join(packageRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  try {
    execFileSync(process.execPath, [tsc, '-p', path], { cwd: path, stdio: 'pipe' });
    return '';
  } catch (error) {
    return String((error as { stdout: Buffer }).stdout);
  }
}

it('the built declarations say what a consumer may write, and refuse anything else', () => {
  const space = project();
  const text = readFileSync(join(import.meta.dirname, 'consumer.ts'), 'utf8');
  space.write('consumer.ts', text);
  expect(complaints(space)).toBe('');
  // Each expected error is one: without its mark the compiler complains.
  const marks = text.split('\n').filter((line) => line.includes('@ts-expect-error')).length;
  space.write('consumer.ts', text.replaceAll('@ts-expect-error', ''));
  expect(complaints(space).match(/error TS/g)).toHaveLength(marks);
});

it("the examples of docs/api.md, and suites of the user's own, are right", () => {
  // Suites are written over requests, and those are made of node's buffers and keys.
  const space = project(['node']);
  const suite = join('examples', 'custom-suite', 'house-rules.suite.ts');
  space.write('house-rules.suite.ts', readFileSync(join(packageRoot, suite), 'utf8'));
  const own = readFileSync(join(import.meta.dirname, 'custom-suite.ts'), 'utf8');
  space.write('custom-suite.ts', own);
  const text = readFileSync(join(packageRoot, 'docs', 'api.md'), 'utf8');
  const blocks = [...text.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, block = '']) => block);
  expect(blocks.length).toBeGreaterThan(3);
  for (const [index, block] of blocks.entries())
    writeFileSync(join(space.path, `example-${index}.ts`), block);
  expect(complaints(space)).toBe('');
});
