import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';

const readJson = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const sbom = readJson(join(packageRoot, 'dist', 'sbom.cdx.json'));

/** The published schema, as CycloneDX's own library brings it. */
function publishedSchema(): { ajv: Ajv; id: string } {
  const main = fileURLToPath(import.meta.resolve('@cyclonedx/cyclonedx-library'));
  const [root = ''] = main.split(/(?<=cyclonedx-library)/);
  const folder = join(root, 'res', 'schema');
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  for (const format of ['idn-email', 'iri-reference']) ajv.addFormat(format, true);
  const named = (name: string) => readJson(join(folder, `${name}.SNAPSHOT.schema.json`));
  for (const other of ['spdx', 'jsf-0.82'])
    ajv.addSchema(named(other), `http://cyclonedx.org/schema/${other}.SNAPSHOT.schema.json`);
  const schema = named(`bom-${sbom.specVersion}`);
  ajv.addSchema(schema);
  return { ajv, id: schema.$id };
}

it('the bill of materials is valid CycloneDX', () => {
  const { ajv, id } = publishedSchema();
  expect(ajv.validate(id, sbom), JSON.stringify(ajv.errors)).toBe(true);
  expect(ajv.validate(id, { ...sbom, components: [{ name: 'ajv' }] })).toBe(false);
});

it('the bill of materials lists what an installation brings, with its hashes, and nothing of this machine', () => {
  const { packages } = readJson(join(packageRoot, 'package-lock.json')) as {
    packages: Record<string, { version: string; integrity: string; dev?: boolean }>;
  };
  const installed = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version, integrity }]) => [
      `${path.split('node_modules/').at(-1)}@${version}`,
      Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex'),
    ]);
  const listed = (sbom.components as Record<string, string & { content: string }[]>[]).map(
    (component) => [component['bom-ref'], component['hashes']?.[0]?.content],
  );
  expect(listed.toSorted()).toEqual(installed.toSorted());
  expect(sbom.metadata.component.name).toBe('snap-conformance');
  expect(JSON.stringify(sbom)).not.toMatch(/https?:\/\/(?!cyclonedx\.org)/);
});

it('no package of an installation has a script that is run when it is installed', () => {
  const manifests = (sbom.components as { name: string }[]).map(({ name }) =>
    readJson(join(packageRoot, 'node_modules', name, 'package.json')),
  );
  for (const { name, scripts = {} } of manifests)
    for (const script of ['preinstall', 'install', 'postinstall'])
      expect(scripts, name).not.toHaveProperty(script);
  expect(readdirSync(dirname(join(packageRoot, 'dist')))).toContain('package-lock.json');
});
