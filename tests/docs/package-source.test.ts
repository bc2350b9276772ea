import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it, test } from 'vitest';
import { tarball } from '../../src/cli/shared/package-source.js';
import { packageRoot } from '../../src/engine/input/package-root.js';

// Nobody has registered the name of this package: what installs or starts it by its name alone runs whatever somebody
// registers one day, beside the keys of a user.

const skipped = ['node_modules', 'dist', '.git', 'package-lock.json', 'snap-report'];

/** The text files of the repository, as paths from its root. */
function files(folder = packageRoot): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (skipped.includes(entry.name) || entry.name.endsWith('.png')) return [];
    return entry.isDirectory() ? files(path) : [path];
  });
}

const name = String.raw`["']?snap-conformance(?![\w/-])`;
const byName = [
  // npx, whatever stands between it and the name; but for the option by which it installs nothing.
  new RegExp(String.raw`\b(?:npx|bunx)\b(?!.*--no-install\b).*?\s${name}`),
  new RegExp(String.raw`\bnpm\s+(?:install|i|add|exec|x)\b.*?\s${name}`),
  new RegExp(String.raw`\b(?:yarn|pnpm|bun)\s+(?:add|dlx|install|x)\b.*?\s${name}`),
];

const fetchesByName = (text: string) =>
  text.split('\n').filter((line) => byName.some((pattern) => pattern.test(line)));

const command = 'snap-conformance';

test.each([
  `npx ${command} run`,
  `npx --yes ${command}@0.1.0 run`,
  `npx --yes "${command}@$VERSION" run`,
  `npx -p ${command} ${command}`,
  `npm install --save-dev ${command}`,
  `npm i ${command}@latest.`,
  `npm exec ${command}`,
  `pnpm add -D ${command}`,
])('%s would be found', (line) => {
  expect(fetchesByName(`first\n${line}\n`)).toEqual([line]);
});

test.each([
  `npx --no-install ${command} run`,
  `npm install --save-dev ./${tarball}`,
  `npm install --no-save "\${SNAP_PACKAGE:?has to name a tarball}"`,
  `npm pack ./node_modules/${command}`,
])('%s is no such thing', (line) => {
  expect(fetchesByName(line)).toEqual([]);
});

it('is nowhere in the repository', () => {
  const found = files()
    .filter((file) => file !== import.meta.filename)
    .flatMap((file) =>
      fetchesByName(readFileSync(file, 'utf8')).map(
        (line) => `${relative(packageRoot, file)}: ${line.trim()}`,
      ),
    );
  expect(found).toEqual([]);
});

it('has the tarball of this version wherever one is named', () => {
  const named = files().flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/snap-conformance-\d+\.\d+\.\d+\.tgz/g),
  ]);
  expect(new Set(named.map(([name]) => name))).toEqual(new Set([tarball]));
});
