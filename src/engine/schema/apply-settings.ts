import { valueAt } from '../input/json-pointer.js';
import { settingForms } from './setting-forms.js';
import type { Member, WireSchemaJson } from './sub-schema.js';

/**
 * Where a setting is: a JSON pointer into the service's settings, several that apply together, or one
 * pointer with the id of the requirement that the keyword states once it is written.
 */
type SettingSource = string | readonly string[] | { from: string; requirement: string };

/**
 * A wire schema with a profile's settings written into the places that they govern, so that a user's
 * profile or override needs no schema of its own. Each sub-schema says in `x-setting` which settings
 * govern it, and how they apply (see {@link settingForms}):
 *
 *     "x-setting": { "presence": "/success/codePresence", "const": "/success/code" }
 *
 * A shipped profile with a schema of its own changes nothing in it: that schema already says the same.
 */
export function applySettings(schema: WireSchemaJson, settings: object): WireSchemaJson {
  const applied = structuredClone(schema);
  for (const part of Object.values(applied.$defs)) applyTo({ schema: part }, settings);
  return applied;
}

function applyTo(member: Member, settings: object): void {
  const { schema } = member;
  const named = (schema['x-setting'] ?? {}) as Record<string, SettingSource>;
  for (const [name, source] of Object.entries(named)) {
    const form = settingForms[name];
    if (!form) throw new Error(`no setting applies as "${name}"`);
    const { from, requirement } = isTagged(source) ? source : { from: source };
    form(
      member,
      [from].flat().map((pointer) => settingAt(settings, pointer)),
      requirement,
    );
  }
  for (const branch of schema.allOf ?? []) applyTo({ schema: branch }, settings);
  for (const [name, below] of Object.entries(schema.properties ?? {}))
    applyTo({ schema: below, parent: schema, name }, settings);
}

function isTagged(source: SettingSource): source is { from: string; requirement: string } {
  return typeof source === 'object' && 'from' in source;
}

function settingAt(settings: object, pointer: string): never {
  const value = valueAt(settings, pointer);
  if (value === undefined) throw new Error(`no service has the setting ${pointer}`);
  return value as never;
}
