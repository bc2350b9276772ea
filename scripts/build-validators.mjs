// Compiles the schemas of what users write into dist/validators, as CommonJS. Compiling them when the command
// starts would take longer than everything else that it does before its first request.
import { mkdirSync, writeFileSync } from 'node:fs';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { createInputAjv, inputKinds, inputSchema } from '../dist/src/engine/input/input-ajv.js';

const folder = new URL('../dist/validators/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const kind of inputKinds) {
  const ajv = createInputAjv({ code: { source: true } });
  const code = standaloneCode.default(ajv, ajv.compile(inputSchema(kind)));
  writeFileSync(new URL(`${kind}.cjs`, folder), code);
}
