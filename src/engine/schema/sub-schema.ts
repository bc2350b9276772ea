/** A wire schema as JSON: a sub-schema for each part of a message. */
export type WireSchemaJson = { $defs: Record<string, SubSchema> } & Record<string, unknown>;

/** A sub-schema with the keywords that settings govern. */
export type SubSchema = Record<string, unknown> & {
  type?: string | string[];
  required?: string[];
  properties?: Record<string, SubSchema>;
  allOf?: SubSchema[];
};

/** A sub-schema, and the member that it describes, if it describes one. */
export interface Member {
  schema: SubSchema;
  parent?: SubSchema;
  name?: string;
}

/** Keywords that are only about texts: ajv's strict mode refuses them next to another type. */
const ofTexts = ['pattern', 'minLength', 'maxLength', 'x-timestamp-forms'];

/** Writes the JSON types that a value may have. */
export function setType(schema: SubSchema, types: readonly string[]): void {
  const distinct = [...new Set(types)];
  const [first] = distinct;
  schema.type = distinct.length === 1 && first !== undefined ? first : distinct;
  if (!distinct.includes('string')) for (const keyword of ofTexts) delete schema[keyword];
}

/** Writes which requirement a keyword states. */
export function setTag(schema: SubSchema, keyword: string, requirement: string): void {
  const tags = schema['x-requirement'] as Record<string, string>;
  schema['x-requirement'] = { ...tags, [keyword]: requirement };
}

/** Makes a member mandatory or optional. */
export function requireMember(member: Member, required: boolean): void {
  const { parent, name } = placed(member);
  const listed = parent.required ?? [];
  if (listed.includes(name) === required) return;
  parent.required = required ? [...listed, name] : listed.filter((other) => other !== name);
}

/** Gives a member another name, and removes another member that had that name. */
export function renameMember(member: Member, name: string): void {
  const { parent, name: former } = placed(member);
  if (name === former) return;
  requireMember(member, false);
  const others = Object.entries(parent.properties ?? {}).filter(([each]) => each !== name);
  parent.properties = Object.fromEntries(
    others.map(([each, schema]) => [each === former ? name : each, schema]),
  );
  member.name = name;
}

/** Removes a member from the object that it belongs to. */
export function removeMember(member: Member): void {
  const { parent, name } = placed(member);
  requireMember(member, false);
  delete parent.properties?.[name];
}

function placed({ parent, name }: Member): { parent: SubSchema; name: string } {
  if (!parent || name === undefined) throw new Error('this sub-schema is not of a member');
  return { parent, name };
}
