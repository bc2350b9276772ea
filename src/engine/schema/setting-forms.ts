import { anyLetterCase } from './any-letter-case.js';
import {
  type Member,
  removeMember,
  renameMember,
  requireMember,
  type SubSchema,
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

  /** One list of values, or several one after another; any value if the document lists none. */
  enum: ({ schema }, lists: readonly (readonly unknown[] | 'unspecified')[]) => {
    if (lists.includes('unspecified')) delete schema['enum'];
    else schema['enum'] = lists.flat();
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

  /** One of some words, in any letter case; any word if the document lists none. */
  anyLetterCase: ({ schema }, [words = []]: readonly (readonly string[] | 'unspecified')[]) => {
    if (words === 'unspecified') delete schema['pattern'];
    else schema['pattern'] = anyLetterCase(words);
  },

  /** The code of a grant, or several of which any is right, as a text, as a number, or as either. */
  code: ({ schema }, values: readonly (string | readonly string[])[]) => {
    const codes = [values[0] ?? []].flat();
    const types = [values[1] ?? 'string'].flat();
    setType(schema, types);
    delete schema['const'];
    allow(
      schema,
      [...new Set(types)].flatMap((type) => asType(codes, type)),
    );
  },

  /** A refusal's code as a text, or as a number too when codes may be numbers: of seven digits either way. */
  codeTypes: ({ schema }, [types = []]: readonly (readonly string[])[]) => {
    if (!types.includes('integer')) return;
    setType(schema, ['string', 'integer']);
    Object.assign(schema, { minimum: 1_000_000, maximum: 9_999_999 });
    const { pattern: sevenDigits } = schema['x-requirement'] as Record<string, string>;
    for (const limit of ['minimum', 'maximum']) setTag(schema, limit, sevenDigits ?? '');
  },

  /** The codes of a transaction that was carried out; unless some are listed any 2xx and any case, of one service. */
  transactionCode: ({ schema }, [codes = [], serviceCode]: readonly (string | string[])[]) => {
    if (codes === 'unspecified') {
      schema['pattern'] = `^2[0-9]{2}${serviceCode}[0-9]{2}$`;
      return;
    }
    delete schema['pattern'];
    allow(schema, [codes].flat());
  },

  /** A refusal's code: seven digits, or letters for those of the service if its own are some; any text of an own form. */
  codeForm: ({ schema }, [form, serviceCode = '']: readonly string[]) => {
    if (form === 'own') for (const limit of ['pattern', 'minimum', 'maximum']) delete schema[limit];
    else if (/[A-Z]/.test(serviceCode)) schema['pattern'] = '^[0-9]{3}[0-9A-Z]{2}[0-9]{2}$';
  },
};

/** Codes as texts, or those that are digits alone as numbers. */
function asType(codes: readonly string[], type: string): (string | number)[] {
  return type === 'string' ? [...codes] : codes.filter((code) => /^[0-9]+$/.test(code)).map(Number);
}

/** Writes which values are right. */
function allow(schema: SubSchema, values: readonly unknown[]): void {
  Object.assign(schema, values.length === 1 ? { const: values[0] } : { enum: values });
}
