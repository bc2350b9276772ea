import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';

// No image is built here: that what its commands name is there is all that can be held without a registry.
const read = (file: string) => readFileSync(join(packageRoot, file), 'utf8');
const lines = read('Dockerfile')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));
const instructions = lines.map((line) => {
  const [, name = '', rest = ''] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
  return { name, rest };
});
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  files: string[];
};

/** Sources of the COPYs, from the context or from the stage before. */
const copied = (staged: boolean) =>
  instructions
    .filter(({ name, rest }) => name === 'COPY' && rest.startsWith('--from=') === staged)
    .flatMap(({ rest }) =>
      rest
        .replace(/^--from=\S+ /, '')
        .split(' ')
        .slice(0, -1),
    );

describe('the Dockerfile', () => {
  it('has instructions alone, each of which Docker knows', () => {
    const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'USER', 'ENTRYPOINT', 'CMD'];
    expect(instructions.filter(({ name }) => !known.includes(name))).toEqual([]);
    expect(instructions[0]?.name).toBe('FROM');
  });

  it('copies what is there, and what .dockerignore lets through', () => {
    const sources = copied(false);
    expect(sources.length).toBeGreaterThan(5);
    const through = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'));
    for (const source of sources) {
      expect(existsSync(join(packageRoot, source)), source).toBe(true);
      expect(through).toContain(`!${source}`);
    }
    expect(through).toHaveLength(sources.length);
  });

  it('copies every folder and script that the build needs', () => {
    const sources = copied(false);
    const { include } = JSON.parse(read('tsconfig.build.json')) as { include: string[] };
    const scripts = [...(manifest.scripts['build'] ?? '').matchAll(/node (\w+)\//g)];
    for (const folder of [...include, ...scripts.map(([, folder]) => folder), 'specs'])
      expect(sources).toContain(folder);
  });

  it('runs scripts that there are', () => {
    const named = [...lines.join('\n').matchAll(/npm run (\S+)/g)].map(([, script = '']) => script);
    expect(named).toEqual(['build']);
    for (const script of named) expect(manifest.scripts).toHaveProperty(script);
  });

  it('takes along what the package has at run time, and starts the command', () => {
    const staged = copied(true).map((path) => path.replace('/build/', ''));
    for (const folder of ['package.json', 'node_modules', 'dist', 'schemas', 'specs'])
      expect(staged).toContain(folder);
    const entry = instructions.find(({ name }) => name === 'ENTRYPOINT')?.rest ?? '[]';
    const [program, file = ''] = JSON.parse(entry) as string[];
    expect(program).toBe('node');
    const built = join(packageRoot, file.replace('/app/', ''));
    expect(execFileSync(process.execPath, [built, '--help'], { encoding: 'utf8' })).toContain(
      'Usage: snap-conformance',
    );
  });

  it('does not run as root', () => {
    const user = instructions.findLastIndex(({ name }) => name === 'USER');
    const entry = instructions.findIndex(({ name }) => name === 'ENTRYPOINT');
    expect(instructions[user]?.rest).toBe('node');
    expect(user).toBeLessThan(entry);
  });
});
