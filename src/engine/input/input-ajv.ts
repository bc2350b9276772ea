import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Ajv2020, Options } from 'ajv/dist/2020.js';
import { packageRoot } from './package-root.js';

/** What a user's file can be, by the name of its schema. */
export const inputKinds = [
  'config',
  'profile',
  'requirements',
  'translations',
  'baseline',
  'policy',
  'result',
  'form',
  'certification',
] as const;

/** The schemas that validate a user's files. */
export type InputKind = (typeof inputKinds)[number];

/** The schema of one kind of file, as JSON. */
export function inputSchema(kind: InputKind): object {
  const file = join(packageRoot, 'schemas', `${kind}.schema.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as object;
}

/** An ajv for the schemas of users' files; ajv itself is loaded only then. */
export function createInputAjv(options: Options = {}): Ajv2020 {
  const require = createRequire(import.meta.url);
  const { Ajv2020 } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  const created = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: true,
    allowUnionTypes: true,
    // Tests have checked the package's schemas themselves, and checking takes longer than compiling.
    validateSchema: false,
    ...options,
  });
  return created.addVocabulary(['tsType']);
}
