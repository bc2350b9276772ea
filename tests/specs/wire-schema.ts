import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { pointerTokens } from '../../src/engine/json-pointer.js';
import { packageRoot } from '../../src/engine/package-root.js';
import { loadProfile } from '../../src/engine/profile.js';
import { createWireAjv } from '../../src/engine/wire-schema.js';

/** A wire schema as read from schemas/. */
export interface WireSchema {
  $id: string;
  $defs: Record<string, unknown>;
}

/** A place in a message that breaks its schema. */
export interface Violation {
  path: string;
  keyword: string;
}

/** Providers whose documents on the token service B2B are at hand: their wire schemas, profiles and samples. */
export const providers = ['snap-bi', 'doku', 'ayolinx'] as const;

/** The services whose messages have a wire schema. */
export type SchemaService = 'token-b2b' | 'token-b2b2c' | 'transaction';

/** Reads the wire schema of a provider's service afresh, so that a test may change its copy. */
export function readWireSchema(provider: string, service: SchemaService = 'token-b2b'): WireSchema {
  const { schema } = loadProfile(provider, packageRoot).services[service];
  const file = join(packageRoot, 'schemas', schema);
  return JSON.parse(readFileSync(file, 'utf8')) as WireSchema;
}

/** ajv in strict mode with the keywords of the wire schemas, whose tags have to be ids. */
export function wireAjv(): Ajv2020 {
  const ajv = createWireAjv();
  ajv.removeKeyword('x-requirement');
  ajv.addKeyword({ keyword: 'x-requirement', schemaType: ['string', 'object'] });
  return ajv;
}

/** Every violation of one definition of a wire schema, in the order of paths and keywords. */
export function violations(schema: WireSchema, definition: string, value: unknown): Violation[] {
  const ajv = wireAjv();
  ajv.addSchema(schema);
  const validate = ajv.getSchema(`${schema.$id}#/$defs/${definition}`);
  if (!validate) throw new Error(`${schema.$id} has no definition ${definition}`);
  void validate(value);
  return (validate.errors ?? [])
    .map(({ instancePath, keyword }) => ({ path: instancePath, keyword }))
    .sort((a, b) => (`${a.path} ${a.keyword}` < `${b.path} ${b.keyword}` ? -1 : 1));
}

/** A copy of the schema with `replacement` at `pointer`, whose place must be there already. */
export function withSchemaAt(
  schema: WireSchema,
  pointer: string,
  replacement: unknown,
): WireSchema {
  const copy = structuredClone(schema);
  const tokens = pointerTokens(pointer);
  const last = tokens.pop();
  let parent: unknown = copy;
  for (const token of tokens) parent = member(parent, token, pointer);
  if (last === undefined) throw new Error('the pointer leads to the whole schema');
  member(parent, last, pointer);
  (parent as Record<string, unknown>)[last] = replacement;
  return copy;
}

/** Where a pointer into a wire schema leads in a message of its definition: /$defs/error/properties/a is /a. */
export function instancePathOf(pointer: string): string {
  const [, , ...tokens] = pointerTokens(pointer);
  return tokens
    .filter((_, index) => index % 2 === 1)
    .map((token) => `/${token}`)
    .join('');
}

function member(parent: unknown, token: string, pointer: string): unknown {
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, token)) {
    throw new Error(`${pointer} leads nowhere in the schema: no ${token}`);
  }
  return (parent as Record<string, unknown>)[token];
}
