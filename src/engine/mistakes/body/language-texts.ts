import type { MistakeId } from '../catalogue/catalogue.js';
import { form, phpForm, rfc3986 } from '../percent.js';
import { numbers } from './numbers.js';
import type { Tagged } from './tagged-json.js';

type Print = (value: Tagged) => string;

const bare = (text: string) => text.slice(1);

/** A Python dict as str prints it. */
const python: Print = (value) => {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string')
    return value.startsWith('n') ? numbers.python(bare(value)) : quoted(bare(value));
  if (Array.isArray(value)) return `[${value.map(python).join(', ')}]`;
  const members = Object.entries(value).map(
    ([name, item]) => `${quoted(bare(name))}: ${python(item)}`,
  );
  return `{${members.join(', ')}}`;
};

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  return (
    quote +
    text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll(quote, `\\${quote}`) +
    quote
  );
}

/** A Java Map as toString prints it. */
const java: Print = (value) => {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string')
    return value.startsWith('n') ? numbers.java(bare(value)) : bare(value);
  if (Array.isArray(value)) return `[${value.map(java).join(', ')}]`;
  const members = Object.entries(value).map(([name, item]) => `${bare(name)}=${java(item)}`);
  return `{${members.join(', ')}}`;
};

/** A Ruby Hash as to_s prints it, before Ruby 3.4. */
const ruby: Print = (value) => {
  if (value === null) return 'nil';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string')
    return value.startsWith('n') ? numbers.ruby(bare(value)) : JSON.stringify(bare(value));
  if (Array.isArray(value)) return `[${value.map(ruby).join(', ')}]`;
  const members = Object.entries(value).map(
    ([name, item]) => `${JSON.stringify(bare(name))}=>${ruby(item)}`,
  );
  return `{${members.join(', ')}}`;
};

/** A Go map as fmt prints it: sorted by name. */
const go: Print = (value) => {
  if (value === null) return '<nil>';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string')
    return value.startsWith('n') ? numbers.go(bare(value)) : bare(value);
  if (Array.isArray(value)) return `[${value.map(go).join(' ')}]`;
  const names = Object.keys(value).sort();
  return `map[${names.map((name) => `${bare(name)}:${go(value[name] as Tagged)}`).join(' ')}]`;
};

const scalar = (value: string) =>
  value.startsWith('n') ? numbers.phpQuery(bare(value)) : bare(value);

/** application/x-www-form-urlencoded of the members; those of members in brackets, as PHP does it. */
const formOf =
  (encode: (text: string) => string): Print =>
  (value) => {
    const pairs: string[] = [];
    const add = (name: string, item: Tagged): void => {
      if (item !== null && typeof item === 'object')
        for (const [key, inner] of Object.entries(item))
          add(`${name}[${Array.isArray(item) ? key : bare(key)}]`, inner);
      else if (item !== null)
        pairs.push(
          `${encode(name)}=${encode(typeof item === 'string' ? scalar(item) : item ? '1' : '0')}`,
        );
    };
    if (value !== null && typeof value === 'object')
      for (const [name, item] of Object.entries(value))
        add(Array.isArray(value) ? name : bare(name), item);
    return pairs.join('&');
  };

/** The same of JavaScript, which prints a member that is an object as [object Object]. */
const scriptForm: Print = (value) => {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return '';
  return Object.entries(value)
    .map(([name, item]) => `${form(bare(name))}=${form(scriptText(item))}`)
    .join('&');
};

function scriptText(value: Tagged): string {
  if (typeof value === 'string')
    return value.startsWith('n') ? numbers.javascript(bare(value)) : bare(value);
  if (Array.isArray(value))
    return value.map((item) => (item === null ? '' : scriptText(item))).join(',');
  return value !== null && typeof value === 'object' ? '[object Object]' : String(value);
}

/** A value printed by a language, not written as JSON. */
export const languageTexts: readonly (readonly [MistakeId, Print])[] = [
  ['body/python-dict', python],
  ['body/java-map', java],
  ['body/ruby-hash', ruby],
  ['body/go-print', go],
  ['body/form-encoded', formOf(phpForm)],
  ['body/form-encoded', formOf(rfc3986)],
  ['body/form-encoded', scriptForm],
];
