import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { wrap } from '../../../reports/console/wrap.js';
import { packageRoot } from '../../engine/input/package-root.js';
import { isObject } from '../../engine/input/text.js';
import { loadProfile } from '../../engine/profile/profile.js';

/** The part of profile.schema.json that is used here. */
interface Schema {
  $ref?: string;
  title?: string;
  description?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  items?: Schema;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  $defs?: Record<string, Schema>;
}

/** The one setting that is not commented out, so that the file states something. */
const stated = ['token-b2b', 'path'];
const width = 100;

/**
 * A profile with every setting commented out: explained from the schema, with the standard's value. A line
 * is in its right place once the # in its first column is removed.
 *
 * @param name The profile's: lower-case words with hyphens.
 */
export function profileTemplate(name: string): string {
  const file = join(packageRoot, 'schemas', 'profile.schema.json');
  const schema = JSON.parse(readFileSync(file, 'utf8')) as Schema;
  const standard = loadProfile('snap-bi', '.');
  const services = follow({ $ref: '#/$defs/services' }, schema).properties ?? {};
  return [
    ...head(name),
    'services:',
    ...Object.entries(services).flatMap(([service, below]) => [
      ...(service === stated[0] ? [`  ${service}:`] : ['', `#  ${service}:`]),
      ...settingLines(
        follow(below, schema),
        standard.services[service as keyof typeof standard.services],
        { schema, indent: 4, path: [service] },
      ),
    ]),
    '',
    ...tail(),
    '',
  ].join('\n');
}

function head(name: string): string[] {
  return [
    "# A profile: what one provider's document says about SNAP, as far as it differs from the standard.",
    '#',
    "# Each line below that has its # in the first column is a setting, with the standard's value: remove",
    '# that #, and the ones of the lines that it is nested in, and write what your document says.',
    '# Settings that you leave alone can be deleted. `unspecified`: the document is silent, any behaviour passes.',
    '',
    `name: ${name}`,
    'title: My provider',
    '# A shipped profile to start from (snap-bi is the standard), or the path of another of your own.',
    'extends: snap-bi',
    '',
    '# The documents that the values below rest on, by a tag of your choice. confidence: primary (the',
    "# provider's own page), mirror (a copy of it), sdk (its libraries), third-party (somebody who",
    '# implements it: what is known from there alone is asked for, not demanded). edition: its version or date;',
    '# results name it.',
    'documents:',
    '  MANUAL:',
    '    title: Manual of my provider',
    '    edition: undated',
    '    confidence: primary',
    '',
  ];
}

function tail(): string[] {
  return [
    '# Where the values come from, by JSON pointer into this file; an entry covers everything below it.',
    'sources:',
    '  /services/token-b2b/path: { document: MANUAL, clause: page 1 }',
    '',
    '# Requirements whose level the document changes: MUST, SHOULD, MAY or inapplicable. Their ids are those',
    '# of `snap-conformance list`.',
    '#requirements:',
    '#  token-b2b/timestamp/rejects-stale:',
    '#    level: MUST',
    '#    because: the manual names a window',
    '#    source: { document: MANUAL, clause: page 2 }',
    '',
    '# Two readings that the document supports: both pass (ruling: both), or the first alone, with the',
    '# reason in `because`. The report says which one the target follows. `at` is a pointer into the schema',
    '# of the messages, `schema` what the value looks like under a reading.',
    '#contradictions:',
    '#  - id: my-expires-in',
    '#    summary: The table makes expiresIn a String, the sample sends a number.',
    '#    at: /$defs/response/properties/expiresIn',
    '#    requirements: [token-b2b/expiry/type]',
    '#    ruling: both',
    '#    readings:',
    '#      - name: string',
    '#        says: expiresIn, String',
    '#        place: page 3, table',
    '#        schema: { type: string }',
    '#      - name: number',
    '#        says: \'"expiresIn": 900\'',
    '#        place: page 3, sample',
    '#        schema: { type: integer }',
  ];
}

function settingLines(
  node: Schema,
  standard: unknown,
  { schema, indent, path }: { schema: Schema; indent: number; path: readonly string[] },
): string[] {
  const pad = ' '.repeat(indent);
  return Object.entries(node.properties ?? {}).flatMap(([name, raw]) => {
    const below = follow(raw, schema);
    const value = (standard as Record<string, unknown> | undefined)?.[name];
    const mark = path[0] === stated[0] && name === stated[1] ? '' : '#';
    const told = explained(raw, below, schema).flatMap((text) =>
      wrap(text, { width, first: `${pad}# `, rest: `${pad}# ` }),
    );
    // The standard says nothing of it, so that there is no line to open.
    if (value === undefined) return [...told, `${pad}# Not in the standard: ${name}: …`];
    const deeper = { schema, indent: indent + 2, path: [...path, name] };
    if (below.properties)
      return [...told, `${mark}${pad}${name}:`, ...settingLines(below, value, deeper)];
    return [...told, ...yamlOf(name, value).map((line) => `${mark}${pad}${line}`)];
  });
}

/** What the schema says of a setting, and which values it takes. */
function explained(raw: Schema, below: Schema, schema: Schema): string[] {
  const words = [...new Set([raw.description, below.description])].filter(
    (text): text is string => text !== undefined,
  );
  const branches = [below, ...(below.anyOf ?? []).map((branch) => follow(branch, schema))];
  const item = branches.flatMap(({ items }) => (items ? [follow(items, schema)] : []))[0];
  const choices = branches.find((branch) => branch.enum)?.enum ?? item?.enum;
  const kind = choices
    ? `${item ? 'Any of' : 'One of'}: ${choices.join(', ')}.${item?.description ? ` ${item.description}` : ''}`
    : undefined;
  const objects = (below.anyOf ?? []).flatMap(({ properties }) =>
    properties
      ? `Or: { ${Object.keys(properties)
          .map((name) => `${name}: …`)
          .join(', ')} }.`
      : [],
  );
  return [...words, ...objects, ...(kind === undefined ? [] : [kind])];
}

/** The schema that a reference leads to. */
function follow(node: Schema, schema: Schema): Schema {
  if (node.$ref === undefined) return node;
  const target = schema.$defs?.[node.$ref.slice('#/$defs/'.length)];
  if (!target) throw new Error(`${node.$ref} leads nowhere`);
  return follow(target, schema);
}

/** A setting as lines of YAML; a list of words is on one line, as in the shipped profiles. */
function yamlOf(name: string, value: unknown): string[] {
  const require = createRequire(import.meta.url);
  const { stringify } = require('yaml') as typeof import('yaml');
  const flow = Array.isArray(value) && value.every((item) => typeof item !== 'object');
  if (isObject(value)) return [`${name}: ${JSON.stringify(value)}`];
  const text = flow
    ? `${name}: [${value.map((item) => stringify(item).trim()).join(', ')}]`
    : stringify({ [name]: value }, { lineWidth: 0 });
  return text.trimEnd().split('\n');
}
