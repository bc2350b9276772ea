import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { regexChanges } from './regex-changes.mjs';

/** The services that have a wire schema, by the code of one; a profile's transactions are of any service. */
const serviceCodes = { 'token-b2b': '73', 'token-b2b2c': '74', transaction: '11' };

/**
 * Every keyword of the wire schemas that states a requirement, changed. Left out is what makes no
 * difference once the profile's settings are written over it: there the profile is the expectation.
 */
export async function schemaSites(root) {
  const load = (file) => import(pathToFileURL(join(root, 'dist/src/engine', file)).href);
  const { loadProfile } = await load('profile/profile.js');
  const { applySettings } = await load('schema/apply-settings.js');
  const { services } = loadProfile('snap-bi', root);
  const sites = [];
  for (const [service, serviceCode] of Object.entries(serviceCodes)) {
    const settings = { ...services[service], serviceCode };
    sites.push(...sitesOf(root, service, (schema) => inOrder(applySettings(schema, settings))));
  }
  return sites;
}

function sitesOf(root, service, settle) {
  const file = `schemas/snap-bi/${service}.schema.json`;
  const text = readFileSync(join(root, file), 'utf8');
  const settled = settle(JSON.parse(text));
  const sites = [];
  collect(JSON.parse(text), '', undefined, (pointer, keyword, value, changed, what, id) => {
    const mutant = JSON.parse(text);
    at(mutant, pointer)[keyword] = changed;
    if (isDeepStrictEqual(settle(mutant), settled)) return;
    sites.push({
      file,
      code: `${pointer}/${keyword}: ${JSON.stringify(value)}`,
      what,
      areas: [id.split('/').slice(0, 2).join('/')],
      mutated: JSON.stringify(mutant, undefined, 2),
    });
  });
  return sites;
}

function collect(schema, pointer, requiring, found) {
  const { 'x-requirement': tag } = schema;
  const idOf = (keyword) => (typeof tag === 'string' ? tag : tag?.[keyword]);
  for (const [keyword, value] of Object.entries(schema)) {
    const id = idOf(keyword);
    if (id === undefined) continue;
    for (const [changed, what] of changesOf(keyword, value))
      found(pointer, keyword, value, changed, what, id);
  }
  const required = idOf('required');
  if (required !== undefined && requiring) {
    const { list, name, place } = requiring;
    if (list.includes(name))
      found(
        place,
        'required',
        list,
        list.filter((other) => other !== name),
        `${name} taken away`,
        required,
      );
  }
  const inner = Object.entries(schema.$defs ?? schema.properties ?? {});
  for (const [name, below] of inner) {
    const place = `${pointer}/${schema.$defs ? '$defs' : 'properties'}/${name}`;
    collect(below, place, { list: schema.required ?? [], name, place: pointer }, found);
  }
  for (const [index, below] of (schema.allOf ?? []).entries())
    collect(below, `${pointer}/allOf/${index}`, undefined, found);
}

function changesOf(keyword, value) {
  switch (keyword) {
    case 'const':
      return [[`${value}0`, `${value} made ${value}0`]];
    case 'enum':
    case 'x-timestamp-forms':
      return value.map((one) => [value.filter((other) => other !== one), `${one} taken away`]);
    case 'minLength':
    case 'maxLength':
      return [value - 1, value + 1].map((changed) => [changed, `${value} made ${changed}`]);
    case 'type': {
      const changed = value === 'object' ? 'array' : 'number';
      return [
        [changed, `${value} made ${changed}`],
        [[value, changed], `${value} or ${changed}`],
      ];
    }
    case 'pattern':
      return regexChanges(value).map(({ source, what }) => [source, what]);
    default:
      return [];
  }
}

/** `required` says the same in any order. */
function inOrder(schema) {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === 'required' && Array.isArray(value) ? value.sort() : value,
  );
}

function at(json, pointer) {
  return pointer
    .split('/')
    .slice(1)
    .reduce((place, token) => place[token], json);
}
