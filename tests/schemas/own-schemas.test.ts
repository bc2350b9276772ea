import { expect, test } from 'vitest';
import { ownSchemaProblems } from '../specs/spec-files.js';

test.each([
  'baseline',
  'config',
  'policy',
  'profile',
  'requirements',
  'result',
  'samples',
  'translations',
])(
  'the schema %s compiles in strict mode and refuses what is not an object of its kind',
  (name) => {
    expect(ownSchemaProblems(name, [])).toEqual([' must be object']);
    expect(ownSchemaProblems(name, {}).length).toBeGreaterThan(0);
  },
);
