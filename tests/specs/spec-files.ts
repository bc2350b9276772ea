import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import type { ProfileFile } from '../../schemas/generated/profile.js';
import type { Sample, SamplesFile } from '../../schemas/generated/samples.js';
import { packageRoot } from '../../src/engine/input/package-root.js';

/** A file under specs/ as it stands, before anything is merged into it. */
export function readSpec(path: string): unknown {
  return parse(readFileSync(join(packageRoot, 'specs', path), 'utf8'));
}

/** A shipped profile's own file. */
export function readProfile(provider: string): ProfileFile {
  return readSpec(`profiles/${provider}.yaml`) as ProfileFile;
}

/** Paths under specs/ of a provider's sample files; none if nothing of its document is at hand. */
export function sampleFiles(provider: string): string[] {
  const folder = join(packageRoot, 'specs', 'samples', provider);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => `samples/${provider}/${name}`);
}

/** A sample, and the service whose message it is. */
export type ServiceSample = Sample & Pick<SamplesFile, 'service'>;

/** All samples of a provider. */
export function readSamples(provider: string): ServiceSample[] {
  return sampleFiles(provider).flatMap((path) => {
    const { service, samples } = readSpec(path) as SamplesFile;
    return samples.map((sample) => ({ ...sample, service }));
  });
}

/** What one of the package's own schemas finds wrong with data, as pointer and message. */
export function ownSchemaProblems(name: string, data: unknown): string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  ajv.addVocabulary(['tsType']);
  const file = join(packageRoot, 'schemas', `${name}.schema.json`);
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  void validate(data);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}
