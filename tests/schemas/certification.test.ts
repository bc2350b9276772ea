import { expect, test } from 'vitest';
import { inputSchema } from '../../src/engine/input/input-ajv.js';

interface Described {
  properties: object;
  description: string;
  $defs: Record<string, Described>;
}

test('the file of --certification has the members of the config', () => {
  const file = inputSchema('certification') as Described;
  const config = (inputSchema('config') as Described).$defs['certification'];
  expect(config?.properties).toEqual(file.properties);
  expect(config?.description).toBe(file.description);
});

test('the config of a row knows every proof that a form knows', () => {
  const of = (name: 'form' | 'config') =>
    JSON.stringify((inputSchema(name) as Described).$defs['formRow']);
  const [, proofs = ''] = /"proof":\{[^}]*"enum":(\[[^\]]*\])/.exec(of('form')) ?? [];
  expect(JSON.parse(proofs)).toContain('string-to-sign');
  expect(of('config')).toContain(proofs);
});
