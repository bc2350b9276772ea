import { NumberToken } from './number-tokens.js';

/** How other languages write the JSON that they have parsed. Numbers are as `parseWithNumbers` gives them. */

const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const escapeLetters = (text: string) => text.replace(/[\u0080-\uffff]/g, escaped);

/** How a language writes doubles. */
interface DoubleForm {
  /** The power of ten from which it writes an exponent. */
  exponentFrom: number;
  /** What it writes after a mantissa of one digit. */
  fraction: '.0' | '';
  /** Digits of the exponent at least. */
  exponentDigits: number;
  /** What it writes after a whole number without an exponent. */
  whole: '.0' | '';
}

/** In the fewest digits that give the number again. */
function double(
  number: number,
  { exponentFrom, fraction, exponentDigits, whole }: DoubleForm,
): string {
  const [mantissa = '', power = ''] = number.toExponential().split('e');
  if (Number(power) < -4 || Number(power) >= exponentFrom) {
    const digits = power.slice(1).padStart(exponentDigits, '0');
    return `${mantissa}${mantissa.includes('.') ? '' : fraction}e${power.slice(0, 1)}${digits}`;
  }
  const text = Object.is(number, -0) ? '-0' : String(number);
  return text.includes('.') ? text : `${text}${whole}`;
}

const phpDouble: DoubleForm = { exponentFrom: 17, fraction: '.0', exponentDigits: 1, whole: '' };
const pythonDouble: DoubleForm = { exponentFrom: 16, fraction: '', exponentDigits: 2, whole: '.0' };

/** Flags of PHP's json_encode and json_decode, each off by default. */
export interface PhpFlags {
  /** JSON_UNESCAPED_SLASHES */
  slashes?: true;
  /** JSON_UNESCAPED_UNICODE */
  unicode?: true;
  /** JSON_OBJECT_AS_ARRAY, as most frameworks read a body: an empty object is a list from then on. */
  arrays?: true;
}

/** json_encode of PHP from 7.1 on, with serialize_precision = -1. */
export function php(value: unknown, flags: PhpFlags): string {
  if (value instanceof NumberToken) {
    if (value.isInteger && Number.isSafeInteger(Number(value.text)))
      return value.text === '-0' ? '0' : value.text;
    return double(Number(value.text), phpDouble);
  }
  if (typeof value === 'string') {
    const text = JSON.stringify(value);
    const letters = flags.unicode ? text : escapeLetters(text);
    return flags.slashes ? letters : letters.replaceAll('/', '\\/');
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => php(item, flags)).join(',')}]`;
  const members = Object.entries(value).map(
    ([name, item]) => `${php(name, flags)}:${php(item, flags)}`,
  );
  return members.length === 0 && flags.arrays ? '[]' : `{${members.join(',')}}`;
}

/** json.dumps of Python with its defaults. */
export function python(value: unknown): string {
  if (value instanceof NumberToken) {
    if (value.isInteger) return value.text === '-0' ? '0' : value.text;
    return double(Number(value.text), pythonDouble);
  }
  if (typeof value === 'string') return escapeLetters(JSON.stringify(value));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(python).join(', ')}]`;
  return `{${Object.entries(value)
    .map(([name, item]) => `${python(name)}: ${python(item)}`)
    .join(', ')}}`;
}
