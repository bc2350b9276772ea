import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Ajv2020, ErrorObject, Options, ValidateFunction } from 'ajv/dist/2020.js';
import type { SchemaValidateFunction } from 'ajv/dist/types/index.js';
import { type Message, say } from '../../messages/message.js';
import { parseTimestamp, type TimestampForm } from '../../protocol/timestamp.js';
import { isInForms, timestampForms } from '../../protocol/timestamp-forms.js';
import { packageRoot } from '../input/package-root.js';
import { applySettings } from './apply-settings.js';
import { type RequirementPoint, requirementPoints } from './requirement-points.js';
import type { WireSchemaJson } from './sub-schema.js';

/** The message parts that a wire schema describes, by `$defs` name. */
export type MessagePart = 'requestHeaders' | 'request' | 'responseHeaders' | 'response' | 'error';

/** Whether a message part meets one requirement: undefined if it does, else what violates it. */
export type SchemaFinding = { id: string; violation: Message | undefined };

/** One for all wire schemas. Tests have checked the schemas themselves, and checking takes longer than compiling. */
let ajv: Ajv2020 | undefined;

/** The message schemas of one service under one profile, with the requirement of each violation. */
export class WireSchema {
  readonly #points = new Map<MessagePart, RequirementPoint[]>();
  readonly #validators = new Map<MessagePart, ValidateFunction>();

  constructor(readonly json: WireSchemaJson) {}

  /** The ids that the sub-schemas of a part carry. */
  requirements(part: MessagePart): string[] {
    return [...new Set(this.#pointsOf(part).map((point) => point.id))];
  }

  /**
   * Judges a value. A requirement whose value isn't there, or already breaks a more basic one at the
   * same place, is left out: it can't be judged.
   */
  judge(part: MessagePart, value: unknown): SchemaFinding[] {
    const points = this.#pointsOf(part).filter((point) => point.applies(value));
    if (points.length === 0) return [];
    const validate = this.#validatorOf(part);
    const errors = validate(value) ? [] : (validate.errors ?? []);
    const findings = new Map<string, SchemaFinding>();
    const brokenPlaces = new Set<string>();
    // The points of one place are in order from the most basic to the finest: only the first broken one is reported.
    for (const point of points) {
      if (brokenPlaces.has(point.place)) continue;
      const error = errors.find((candidate) => point.reports(candidate));
      if (error) {
        brokenPlaces.add(point.place);
        findings.set(point.id, {
          id: point.id,
          violation: describeViolation(error, point.place, value),
        });
      } else if (!findings.has(point.id)) {
        findings.set(point.id, { id: point.id, violation: undefined });
      }
    }
    return [...findings.values()];
  }

  #pointsOf(part: MessagePart): RequirementPoint[] {
    const known = this.#points.get(part);
    if (known) return known;
    const points = requirementPoints(this.json.$defs[part] ?? {});
    this.#points.set(part, points);
    return points;
  }

  /** Compiled on first use: it takes longer than anything else at the start, and many parts are never judged. */
  #validatorOf(part: MessagePart): ValidateFunction {
    const known = this.#validators.get(part);
    if (known) return known;
    ajv ??= createWireAjv(trusted);
    const validate = ajv.compile(this.json.$defs[part] ?? {});
    this.#validators.set(part, validate);
    return validate;
  }
}

/** For schemas that tests have checked: checking them, and loading what checks them, takes longer than compiling. */
export const trusted: Options = { validateSchema: false, meta: false };

/** An ajv in strict mode that knows the wire schemas' own keywords. */
export function createWireAjv(options: Options = {}): Ajv2020 {
  // Loaded when something is judged: a command that only lists checks starts sooner.
  const require = createRequire(import.meta.url);
  const { Ajv2020 } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, ...options });
  ajv.addVocabulary(['x-requirement', 'x-setting']);
  ajv.addKeyword({
    keyword: 'x-timestamp-forms',
    type: 'string',
    schemaType: 'array',
    errors: true,
    validate: isInDocumentedForms,
  });
  ajv.addKeyword({
    keyword: 'x-instants',
    type: 'object',
    schemaType: 'array',
    validate: ([first, relation, second]: string[], body: Record<string, unknown>) => {
      const [a, b] = [first, second].map((name = '') =>
        parseTimestamp(String(body[name]), timestampForms),
      );
      if (!a?.ok || !b?.ok) return false;
      return relation === 'before' ? a.instant < b.instant : a.instant === b.instant;
    },
  });
  return ajv;
}

const isInDocumentedForms: SchemaValidateFunction = (forms: TimestampForm[], text: string) => {
  const documented = isInForms(parseTimestamp(text, forms), forms);
  if (!documented)
    isInDocumentedForms.errors = [{ keyword: 'x-timestamp-forms', params: { forms } }];
  return documented;
};

const compiled = new Map<string, WireSchema>();

/** The wire schema of a service under a profile's settings; the same one for the same settings. */
export function wireSchemaOf(settings: { schema: string }): WireSchema {
  const key = JSON.stringify(settings);
  const known = compiled.get(key);
  if (known) return known;
  const schema = new WireSchema(applySettings(readWireSchema(settings.schema), settings));
  compiled.set(key, schema);
  return schema;
}

/** A wire schema as its file has it. */
export function readWireSchema(file: string): WireSchemaJson {
  return JSON.parse(readFileSync(join(packageRoot, 'schemas', file), 'utf8')) as WireSchemaJson;
}

function describeViolation(error: ErrorObject, place: string, value: unknown): Message {
  const found = place
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
  const name = place === '' ? say('schema/violation/the-body') : place.slice(1);
  const at = { name, shown: found === undefined ? undefined : cut(JSON.stringify(found)) };
  const { params } = error;
  switch (error.keyword) {
    case 'required':
      return say('schema/violation/missing', { name });
    case 'type':
      return say('schema/violation/type', { ...at, types: [params['type']].flat() });
    case 'const':
      return say('schema/violation/value', {
        ...at,
        allowed: JSON.stringify(params['allowedValue']),
      });
    case 'enum': {
      const allowed = params['allowedValues'] as unknown[];
      return say('schema/violation/values', {
        ...at,
        allowed: allowed.map((item) => JSON.stringify(item)),
      });
    }
    case 'x-timestamp-forms': {
      const parsed = parseTimestamp(String(found), readableIn(params['forms'] as TimestampForm[]));
      return parsed.ok
        ? say('schema/violation/timestamp-form', { ...at, form: parsed.form })
        : say('schema/violation/timestamp', { ...at, problem: parsed.problem.detail });
    }
    case 'maxLength':
      return say('schema/violation/too-long', {
        name,
        length: String(found).length,
        limit: params['limit'],
      });
    case 'minLength':
      return say('schema/violation/too-short', { ...at, limit: params['limit'] });
    case 'pattern':
      return say('schema/violation/pattern', { ...at, pattern: params['pattern'] });
    case 'minimum':
    case 'maximum':
      return say('schema/violation/number', {
        ...at,
        comparison: params['comparison'],
        limit: params['limit'],
      });
    default:
      return say('schema/violation/other', { ...at, problem: error.message ?? error.keyword });
  }
}

/** Where a document knows timestamps without an offset, one with or without milliseconds is in another form of these. */
function readableIn(forms: readonly TimestampForm[]): readonly TimestampForm[] {
  return forms.some((form) => form.startsWith('local')) ? timestampForms : forms;
}

function cut(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 120)}…`;
}
