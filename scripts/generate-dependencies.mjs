// Writes docs/dependencies.md from the lockfile and what is installed.
// With --check, it writes nothing and exits with 1 if the committed page differs.
import { lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reasons } from './dependencies/reasons.mjs';
import { code, table } from './providers/markdown.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const file = join(root, 'docs', 'dependencies.md');
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const { dependencies } = read('package.json');
const { packages } = read('package-lock.json');

/** Bytes of all files in a folder, nested packages aside. */
function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sizeOf(path) : lstatSync(path).size;
    })
    .reduce((sum, size) => sum + size, 0);
}

/** The place of a package in the lockfile, as seen from another one. */
function placeOf(name, from) {
  for (let place = from; ; place = place.slice(0, place.lastIndexOf('/node_modules/'))) {
    const path = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
    if (packages[path]) return path;
    if (!place.includes('/node_modules/')) return `node_modules/${name}`;
  }
}

/** A package and all that it brings. */
function withAll(path, found = new Set()) {
  if (found.has(path)) return found;
  found.add(path);
  const { dependencies = {}, optionalDependencies = {} } = packages[path] ?? {};
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies }))
    withAll(placeOf(name, path), found);
  return found;
}

const kilobytes = (paths) =>
  [...paths].reduce((sum, path) => sum + sizeOf(join(root, path)), 0) / 1000;
const shown = (size) => (size >= 1000 ? `${(size / 1000).toFixed(1)} MB` : `${Math.ceil(size)} kB`);
const nameOf = (path) => path.split('node_modules/').at(-1);

const rows = Object.keys(dependencies).map((name) => {
  const own = `node_modules/${name}`;
  const all = withAll(own);
  const others = [...all].filter((path) => path !== own).map(nameOf);
  const { why, without } = reasons[name];
  return [
    code(name),
    why,
    `${packages[own].version}, ${packages[own].license}`,
    shown(kilobytes(all)),
    others.length === 0 ? '–' : others.map(code).join(', '),
    without,
  ];
});
const everything = new Set(
  Object.keys(dependencies).flatMap((name) => [...withAll(`node_modules/${name}`)]),
);

const page = `# Dependencies

What the project exists for is its own code: SNAP's rules, requests, judging, proof. Everything else is a well-kept
library's job. An installation brings ${everything.size} packages of ${shown(kilobytes(everything))}; sizes below count what a package
brings. None has an install script. vitest is an optional peer, for those who run the checks as tests of their own.

${table(['package', 'what for', 'version, licence', 'size', 'brings', 'without it'], rows)}

\`npm run sbom\` writes the same list as a software bill of materials in CycloneDX, \`dist/sbom.cdx.json\`, which is in the
package. [SECURITY.md](../SECURITY.md) says what the package sends, and to whom.

## Install without a network

The lockfile has the hash of each package, so it doesn't matter by which way they come. On a machine that reaches npm's
registry, with the \`package.json\` and \`package-lock.json\` of the project that has snap-conformance
[among its devDependencies](install.md):

\`\`\`
npm ci --ignore-scripts --cache ./npm-cache
\`\`\`

Carry the folder \`npm-cache\` to the other machine, beside the project with its tarball, and there:

\`\`\`
npm ci --ignore-scripts --offline --cache ./npm-cache
\`\`\`
`;

const differs = readFileSync(file, { encoding: 'utf8', flag: 'a+' }) !== page;
if (differs && process.argv.includes('--check')) {
  console.error('differs: docs/dependencies.md. Run `npm run docs` and commit what it writes.');
  process.exitCode = 1;
} else if (differs) writeFileSync(file, page);
