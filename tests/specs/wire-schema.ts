import type { Ajv2020 } from 'ajv/dist/2020.js';
import { pointerTokens } from '../../src/engine/input/json-pointer.js';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { loadProfile, shippedProfiles } from '../../src/engine/profile/profile.js';
import { applySettings } from '../../src/engine/schema/apply-settings.js';
import {
  createWireAjv,
  readWireSchema as readSchemaFile,
} from '../../src/engine/schema/wire-schema.js';
import type { SignedServiceId } from '../../src/protocol/services.js';

/** The wire schema of a service. */
export interface WireSchema {
  $id: string;
  $defs: Record<string, unknown>;
}

/** A place in a message that breaks its schema. */
export interface Violation {
  path: string;
  keyword: string;
}

/** Providers whose wire schemas, profiles and samples are held here. */
export const providers: readonly string[] = shippedProfiles();

/** True if the provider's messages have a schema file of their own. */
export function hasOwnSchema(provider: string): boolean {
  return loadProfile(provider, packageRoot).services['token-b2b'].schema.startsWith(`${provider}/`);
}

/**
 * The wire schema that a provider's messages are validated against, with its profile's settings written into
 * it; made afresh, so that a test may change its copy.
 */
export function readWireSchema(
  provider: string,
  service: SignedServiceId = 'token-b2b',
): WireSchema {
  const key = `${provider} ${service}`;
  const known = settled.get(key) ?? settle(provider, service);
  settled.set(key, known);
  return structuredClone(known);
}

/** A profile's transactions can be those of any service: here, of one. */
const serviceCodes = { 'token-b2b': '73', 'token-b2b2c': '74', transaction: '11' };

const settled = new Map<string, WireSchema>();

function settle(provider: string, service: SignedServiceId): WireSchema {
  const { services } = loadProfile(provider, packageRoot);
  const settings = { ...services[service], serviceCode: serviceCodes[service] };
  return applySettings(readSchemaFile(settings.schema), settings) as unknown as WireSchema;
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
