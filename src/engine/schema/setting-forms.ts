import { anyLetterCase } from './any-letter-case.js';
import {
  type Member,
  removeMember,
  renameMember,
  requireMember,
  setTag,
  setType,
} from './sub-schema.js';

/**
 * Writes a setting into a sub-schema.
 *
 * @param values What the profile has at the pointers of `x-setting`, in their order.
 * @param requirement The id that the keyword states, if the schema has none for it.
 */
type SettingForm = (member: Member, values: readonly never[], requirement?: string) => void;

/** A keyword that takes its value as it is. */
function keyword(name: string): SettingForm {
  return ({ schema }, [value]) => {
    schema[name] = structuredClone(value);
  };
}

/** How a setting applies, by the names that `x-setting` has for it. */
export const settingForms: Readonly<Record<string, SettingForm>> = {
  const: keyword('const'),
  'x-timestamp-forms': keyword('x-timestamp-forms'),

  /** One list of values, or several one after another. */
  enum: ({ schema }, lists: readonly (readonly unknown[])[]) => {
    schema['enum'] = lists.flat();
  },

  /** The most characters of a text. */
  maxLength: ({ schema }, [length]: readonly (number | 'unspecified')[], requirement) => {
    delete schema['maxLength'];
    if (length === 'unspecified' || ![schema.type].flat().includes('string')) return;
    schema['maxLength'] = length;
    if (requirement !== undefined) setTag(schema, 'maxLength', requirement);
  },

  /** One JSON type, or several. A member that the document doesn't describe is removed. */
  type: (member, [types]: readonly (string | readonly string[])[]) => {
    if (types !== 'unspecified') setType(member.schema, [types ?? []].flat());
    else if (Object.hasOwn(member.schema, 'type')) removeMember(member);
  },

  /** Whether the member has to be there. */
  presence: (member, [presence]: readonly string[]) =>
    requireMember(member, presence === 'required'),

  /** What the member is called. */
  name: (member, [name = '']: readonly string[]) => renameMember(member, name),

  /** One of some words, in any letter case. */
  anyLetterCase: ({ schema }, [words = []]: readonly (readonly string[])[]) => {
    schema['pattern'] = anyLetterCase(words);
  },

  /** The code of a grant, as a text, as a number, or as either: its value, and its JSON types. */
  code: ({ schema }, values: readonly (string | readonly string[])[]) => {
    const [code, types] = values as readonly [string, readonly string[]];
    const [first, ...others] = [...new Set(types)].map((type) =>
      type === 'string' ? code : Number(code),
    );
    setType(schema, types);
    delete schema['const'];
    Object.assign(schema, others.length === 0 ? { const: first } : { enum: [first, ...others] });
  },

  /** A refusal's code as a text, or as a number too when codes may be numbers: of seven digits either way. */
  codeTypes: ({ schema }, [types = []]: readonly (readonly string[])[]) => {
    if (!types.includes('integer')) return;
    setType(schema, ['string', 'integer']);
    Object.assign(schema, { minimum: 1_000_000, maximum: 9_999_999 });
    const { pattern: sevenDigits } = schema['x-requirement'] as Record<string, string>;
    for (const limit of ['minimum', 'maximum']) setTag(schema, limit, sevenDigits ?? '');
  },

  /** The code of a transaction that was carried out: any 2xx and any case, of one service. */
  serviceCode: ({ schema }, [serviceCode]: readonly string[]) => {
    schema['pattern'] = `^2[0-9]{2}${serviceCode}[0-9]{2}$`;
  },
};
