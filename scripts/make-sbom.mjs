// Writes dist/sbom.cdx.json: the packages that an installation brings, from the lockfile, in CycloneDX.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file) => JSON.parse(readFileSync(`${root}/${file}`, 'utf8'));
const { name, version } = read('package.json');

// All packages, and then those of an installation: npm's own `--omit=dev` also leaves out what both need.
const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
const sbom = JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 }));
const installed = new Set([
  `${name}@${version}`,
  ...Object.entries(read('package-lock.json').packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`),
]);
const stays = (ref) => installed.has(ref);
sbom.components = sbom.components.filter((component) => stays(component['bom-ref']));
sbom.dependencies = sbom.dependencies
  .filter(({ ref }) => stays(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter(stays) }));

// npm names the folder; a number and a time would make each build another file.
sbom.metadata.component.name = name;
delete sbom.serialNumber;
delete sbom.metadata.timestamp;

mkdirSync(`${root}/dist`, { recursive: true });
writeFileSync(`${root}/dist/sbom.cdx.json`, `${JSON.stringify(sbom, undefined, 2)}\n`);
