/** Writes a number again, as it was written in the body. */
export type WriteNumber = (text: string) => string;

const isInteger = (text: string) => /^-?\d+$/.test(text);

/** The shortest digits that are read as this number, and the power of ten of the first one. */
function digitsOf(value: number): { sign: string; digits: string; power: number } {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  return {
    sign: value < 0 || Object.is(value, -0) ? '-' : '',
    digits: mantissa.replace('.', ''),
    power: Number(exponent),
  };
}

function positional({ sign, digits, power }: ReturnType<typeof digitsOf>): string {
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${digits}`;
  const whole = digits.slice(0, power + 1).padEnd(power + 1, '0');
  const rest = digits.slice(power + 1);
  return `${sign}${whole}${rest === '' ? '' : `.${rest}`}`;
}

const withPoint = (text: string) => (/[.eE]/.test(text) ? text : `${text}.0`);

/** repr of a Python float. */
function pythonFloat(value: number): string {
  const number = digitsOf(value);
  const { sign, digits, power } = number;
  if (power >= -4 && power < 16) return withPoint(positional(number));
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  const exponent = String(Math.abs(power)).padStart(2, '0');
  return `${sign}${digits[0]}${fraction}e${power < 0 ? '-' : '+'}${exponent}`;
}

/** A float of Ruby. */
function rubyFloat(value: number): string {
  return pythonFloat(value).replace(/^(-?\d)e/, '$1.0e');
}

/** A number of Perl: fifteen digits. */
function perlNumber(value: number): string {
  return pythonFloat(Number(value.toPrecision(15))).replace(/\.0$/, '');
}

/** Double.toString of Java. */
function javaDouble(value: number): string {
  const number = digitsOf(value);
  const { sign, digits, power } = number;
  if (value === 0 || (power >= -3 && power < 7)) return withPoint(positional(number));
  return `${sign}${digits[0]}.${digits.slice(1) || '0'}E${power}`;
}

/** json_encode of a PHP float, with serialize_precision -1. */
function phpFloat(value: number): string {
  const number = digitsOf(value);
  const { sign, digits, power } = number;
  if (value === 0) return `${sign}0.0`;
  if (power >= -4 && power < 17) return withPoint(positional(number));
  return `${sign}${digits[0]}.${digits.slice(1) || '0'}e${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

/** A PHP float as text, with the default precision. */
function phpPrecision(value: number): string {
  const short = Number(value.toPrecision(14));
  const { digits, power, sign } = digitsOf(short);
  if (power >= -4 && power < 15) return String(short);
  return `${sign}${digits[0]}.${digits.slice(1) || '0'}E${power < 0 ? '-' : '+'}${Math.abs(power)}`;
}

/** fmt.Sprint of Go. */
function goFloat(value: number): string {
  const number = digitsOf(value);
  if (number.power >= -4 && number.power < 6) return positional(number);
  const fraction = number.digits.length > 1 ? `.${number.digits.slice(1)}` : '';
  const exponent = String(Math.abs(number.power)).padStart(2, '0');
  return `${number.sign}${number.digits[0]}${fraction}e${number.power < 0 ? '-' : '+'}${exponent}`;
}

/** A double of .NET, by the format R. */
function dotnetDouble(value: number): string {
  const number = digitsOf(value);
  const { sign, digits, power } = number;
  if (power >= -4 && power < 15) return withPoint(positional(number));
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  const exponent = String(Math.abs(power)).padStart(2, '0');
  return `${sign}${digits[0]}${fraction}E${power < 0 ? '-' : '+'}${exponent}`;
}

const beyond64 = (text: string) => BigInt.asIntN(64, BigInt(text)) !== BigInt(text);

/** How libraries write the numbers that they have read. */
export const numbers = {
  /** As they were written. */
  kept: (text: string) => text,
  /** JSON.stringify; Go, from float64. */
  javascript: (text: string) => String(Number(text)),
  python: (text: string) => (isInteger(text) ? text : pythonFloat(Number(text))),
  ruby: (text: string) => (isInteger(text) ? text : rubyFloat(Number(text))),
  perl: (text: string) => (isInteger(text) ? text : perlNumber(Number(text))),
  php: (text: string) =>
    isInteger(text) && !beyond64(text)
      ? String(BigInt(text))
      : phpFloat(Number(text)).replace(/\.0(?=e|$)/, (zero, _, whole: string) =>
          whole.includes('e') ? zero : '',
        ),
  /** json_encode with JSON_PRESERVE_ZERO_FRACTION. */
  phpZeroFraction: (text: string) =>
    isInteger(text) && !beyond64(text) ? String(BigInt(text)) : phpFloat(Number(text)),
  /** Jackson, from a tree. */
  java: (text: string) => (isInteger(text) ? text : javaDouble(Number(text))),
  /** Gson, from a Map: all numbers are doubles. */
  javaDoubles: (text: string) => javaDouble(Number(text)),
  dotnet: (text: string) => (isInteger(text) ? text : dotnetDouble(Number(text))),
  /** http_build_query of PHP: fourteen digits. */
  phpQuery: (text: string) =>
    isInteger(text) && !beyond64(text) ? text : phpPrecision(Number(text)),
  /** fmt of Go, of a float64. */
  go: (text: string) => goFloat(Number(text)),
  quoted: (text: string) => `"${text}"`,
} satisfies Record<string, WriteNumber>;
