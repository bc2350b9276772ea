import type { TokenB2b } from '../../../schemas/resolved.js';
import { escapeRegExp } from '../input/text.js';
import type { WireSchemaJson } from './wire-schema.js';

/** A sub-schema with the keywords that settings govern. */
export type SettledSchema = Record<string, unknown> & {
  type?: unknown;
  required?: string[];
  properties?: Record<string, SettledSchema>;
  allOf?: SettledSchema[];
};

/**
 * A wire schema with a profile's settings written into the places that they govern, so that a user's
 * profile or override needs no schema of its own. For a shipped profile this changes nothing: its
 * schema already says the same.
 */
export function applyTokenSettings(schema: WireSchemaJson, settings: TokenB2b): WireSchemaJson {
  const settled = structuredClone(schema);
  const { requestHeaders, request, responseHeaders, response, error } = settled.$defs as Record<
    string,
    SettledSchema
  >;
  const { success, grantType, timestamp } = settings;

  setTimestampForms(requestHeaders?.properties?.['x-timestamp'], timestamp.accept);
  if (request) {
    const { properties = {} } = request;
    if (!Object.hasOwn(properties, grantType.member)) {
      properties[grantType.member] = properties['grantType'] ?? { type: 'string' };
      delete properties['grantType'];
      requireMember(request, 'grantType', false);
    }
    Object.assign(properties[grantType.member] ?? {}, { const: grantType.value });
    requireMember(request, grantType.member, grantType.presence === 'required');
  }

  setTimestampForms(responseHeaders?.properties?.['x-timestamp'], success.headers.timestampForms);
  if (responseHeaders) {
    requireMember(responseHeaders, 'x-timestamp', success.headers['X-TIMESTAMP'] === 'required');
    requireMember(responseHeaders, 'x-client-key', success.headers['X-CLIENT-KEY'] === 'required');
  }

  if (response) {
    const properties = response.properties ?? {};
    const { responseCode, accessToken, tokenType, expiresIn } = properties;
    requireMember(response, 'responseCode', success.codePresence === 'required');
    requireMember(response, 'responseMessage', success.codePresence === 'required');
    if (responseCode) setCode(responseCode, success);
    if (accessToken) accessToken['maxLength'] = success.tokenMaxLength;
    for (const branch of tokenType?.allOf ?? []) {
      if (Object.hasOwn(branch, 'enum')) branch['enum'] = success.tokenTypes;
      if (Object.hasOwn(branch, 'pattern')) branch['pattern'] = anyLetterCase(success.tokenTypes);
    }
    setType(expiresIn, success.expiresIn.types);
    // A pattern and a length speak of text alone; beside a mere integer they would be dead.
    if (!success.expiresIn.types.includes('string')) delete expiresIn?.['pattern'];
    else if (expiresIn) limitExpiry(expiresIn, success.expiresIn.maxLength);
    if (success.additionalInfo === 'unspecified') delete properties['additionalInfo'];
    else {
      properties['additionalInfo'] ??= { 'x-requirement': 'token-b2b/response/additional-info' };
      setType(properties['additionalInfo'], [success.additionalInfo]);
    }
  }
  const refusalCode = error?.properties?.['responseCode'];
  if (refusalCode && success.codeTypes.includes('integer')) allowNumber(refusalCode);
  return settled;
}

/** Few documents give it a length, so the schemas say nothing of it. */
function limitExpiry(property: SettledSchema, length: number | 'unspecified'): void {
  if (length === 'unspecified') return;
  property['maxLength'] = length;
  const tags = property['x-requirement'] as Record<string, unknown>;
  property['x-requirement'] = { ...tags, maxLength: 'token-b2b/expiry/length' };
}

function setCode(property: SettledSchema, { code, codeTypes }: TokenB2b['success']): void {
  const [first, ...others] = [...new Set(codeTypes)].map((type) =>
    type === 'string' ? code : Number(code),
  );
  setType(property, codeTypes);
  delete property['const'];
  Object.assign(property, others.length === 0 ? { const: first } : { enum: [first, ...others] });
}

/** A refusal's code as text or as a number, of seven digits either way. */
function allowNumber(property: SettledSchema): void {
  setType(property, ['string', 'integer']);
  const tags = property['x-requirement'] as Record<string, unknown>;
  const sevenDigits = tags['pattern'];
  Object.assign(property, {
    minimum: 1_000_000,
    maximum: 9_999_999,
    'x-requirement': { ...tags, minimum: sevenDigits, maximum: sevenDigits },
  });
}

/** Writes the forms that a timestamp may have. */
export function setTimestampForms(
  property: SettledSchema | undefined,
  forms: readonly string[],
): void {
  if (property) property['x-timestamp-forms'] = [...forms];
}

/** Writes the JSON types that a value may have. */
export function setType(property: SettledSchema | undefined, types: readonly string[]): void {
  const distinct = [...new Set(types)];
  if (property) property.type = distinct.length === 1 ? distinct[0] : distinct;
}

/** Makes a member mandatory or optional. */
export function requireMember(schema: SettledSchema, name: string, required: boolean): void {
  const others = (schema.required ?? []).filter((other) => other !== name);
  const unchanged = required === (schema.required ?? []).includes(name);
  if (!unchanged) schema.required = required ? [...others, name] : others;
}

/** A pattern for any of the words in any letter case: JSON Schema's patterns have no flag for it. */
export function anyLetterCase(words: readonly string[]): string {
  const word = (text: string) =>
    [...text]
      .map((letter) =>
        /[a-z]/i.test(letter)
          ? `[${letter.toUpperCase()}${letter.toLowerCase()}]`
          : escapeRegExp(letter),
      )
      .join('');
  return `^(?:${words.map(word).join('|')})$`;
}
