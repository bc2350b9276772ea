import type { MistakeId } from '../catalogue/catalogue.js';
import { escapes } from './escapes.js';
import { type Layout, layouts } from './layouts.js';
import { numbers } from './numbers.js';
import { plainStyle, type Style } from './write-json.js';

/** A library that writes a body again after it has read it. */
export interface Writer {
  id: MistakeId;
  style: Style;
  layout: Layout;
  end?: string;
}

function writer(
  id: MistakeId,
  style: Partial<Style> = {},
  layout: Layout = layouts.compact,
  end = '',
): Writer {
  return { id, style: { ...plainStyle, ...style }, layout, end };
}

const phpForms = [
  ['body/php', escapes.php],
  ['body/php-unescaped-slashes', escapes.phpUnescapedSlashes],
  ['body/php-unescaped-unicode', escapes.phpUnescapedUnicode],
  ['body/php-unescaped', escapes.phpUnescaped],
  ['body/php-hex-flags', escapes.phpHex],
  ['body/php-hex-flags', escapes.phpHexUnescapedSlashes],
] as const;

/** json_encode after json_decode into objects, into arrays, and with each flag. */
function php(): Writer[] {
  return phpForms.flatMap(([id, escape]) => {
    const style = { escape, number: numbers.php };
    const arrays = { ...style, emptyObject: '[]' };
    const arraysId = id === 'body/php' ? 'body/php-arrays' : id;
    return [
      writer(id, style),
      writer(arraysId, arrays),
      writer('body/php-pretty-print', style, layouts.fourSpaces),
      writer('body/php-pretty-print', arrays, layouts.fourSpaces),
      writer('body/php-zero-fraction', { ...style, number: numbers.phpZeroFraction }),
      writer('body/php-zero-fraction', { ...arrays, number: numbers.phpZeroFraction }),
      writer('body/php-force-object', { ...style, emptyArray: '{}', arraysAsObjects: true }),
      writer('body/php-numeric-check', { ...style, value: numeric }),
      writer('body/php-numeric-check', { ...arrays, value: numeric }),
    ];
  });
}

/** JSON_NUMERIC_CHECK writes texts that are numbers as numbers. */
function numeric(text: string): string | undefined {
  return /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(text)
    ? numbers.php(String(/^-?\d+$/.test(text.trim()) ? text.trim() : Number(text)))
    : undefined;
}

function python(): Writer[] {
  const [ascii, plain] = [escapes.python, escapes.plain].map((escape) => ({
    escape,
    number: numbers.python,
  })) as [Partial<Style>, Partial<Style>];
  return [
    writer('body/python', ascii, layouts.python),
    writer('body/python-compact', ascii),
    writer('body/python-unicode', plain, layouts.python),
    writer('body/python-unicode', plain),
    ...[ascii, plain].flatMap((style) => [
      writer('body/python-sorted', { ...style, sorted: 'all' }, layouts.python),
      writer('body/python-sorted', { ...style, sorted: 'all' }),
      writer('body/python-sorted', { ...style, sorted: 'all' }, layouts.fourSpaces),
      writer('body/python-sorted', { ...style, sorted: 'all' }, layouts.twoSpaces),
    ]),
    writer('body/python-indent', ascii, layouts.fourSpaces),
    writer('body/python-indent', ascii, layouts.twoSpaces),
    writer('body/python-indent', plain, layouts.fourSpaces),
    writer('body/python-indent', plain, layouts.twoSpaces),
    writer('body/python-indent', ascii, layouts.tab),
  ];
}

function java(): Writer[] {
  const gson = { escape: escapes.gson };
  const map = { escape: escapes.gson, number: numbers.javaDoubles };
  const jackson = { escape: escapes.jackson, number: numbers.java };
  // Gson leaves out null unless it is told to write it.
  const withoutNulls = { withoutNulls: true };
  return [
    writer('body/gson', gson),
    writer('body/gson', { ...gson, ...withoutNulls }),
    writer('body/gson', { escape: escapes.gsonPlain, ...withoutNulls }),
    writer('body/gson-map', { ...map, ...withoutNulls }),
    writer('body/gson-pretty', { ...gson, ...withoutNulls }, layouts.twoSpaces),
    writer('body/gson-map', map),
    writer('body/gson-map', { ...map, escape: escapes.gsonPlain }),
    writer('body/gson-pretty', gson, layouts.twoSpaces),
    writer('body/gson-pretty', { ...gson, escape: escapes.gsonPlain }, layouts.twoSpaces),
    writer('body/gson-pretty', map, layouts.twoSpaces),
    writer('body/gson', { ...gson, escape: escapes.gsonPlain }),
    writer('body/jackson', jackson),
    writer('body/jackson', { ...jackson, number: numbers.kept }),
    writer('body/jackson-pretty', jackson, layouts.jackson),
    writer('body/jackson-pretty', { ...jackson, number: numbers.kept }, layouts.jackson),
    writer('body/jackson-pretty', jackson, layouts.jacksonCrLf),
    writer('body/jackson-ascii', { ...jackson, escape: escapes.jacksonAscii }),
    writer('body/jackson-ascii', { ...jackson, escape: escapes.jacksonAscii }, layouts.jackson),
  ];
}

function dotnet(): Writer[] {
  const newtonsoft = { escape: escapes.newtonsoft, number: numbers.dotnet };
  const text = { escape: escapes.systemTextJson };
  const relaxed = { escape: escapes.systemTextJsonRelaxed };
  return [
    writer('body/system-text-json', text),
    writer('body/system-text-json-relaxed', relaxed),
    writer('body/newtonsoft', newtonsoft),
    writer('body/newtonsoft', { ...newtonsoft, escape: escapes.newtonsoftAscii }),
    writer('body/newtonsoft', { ...newtonsoft, escape: escapes.newtonsoftHtml }),
    writer('body/newtonsoft-indented', newtonsoft, layouts.twoSpaces),
    writer('body/newtonsoft-indented', newtonsoft, layouts.twoSpacesCrLf),
    writer('body/system-text-json-indented', text, layouts.twoSpaces),
    writer('body/system-text-json-indented', text, layouts.twoSpacesCrLf),
    writer('body/system-text-json-indented', relaxed, layouts.twoSpaces),
    writer('body/system-text-json-indented', relaxed, layouts.twoSpacesCrLf),
  ];
}

function go(): Writer[] {
  const style = { escape: escapes.go, number: numbers.javascript };
  const old = { ...style, escape: escapes.goOld };
  const unescaped = { escape: escapes.gsonPlain, number: numbers.javascript };
  return [
    writer('body/go', style),
    writer('body/go', { ...style, number: numbers.kept }),
    writer('body/go-map', { ...style, sorted: 'all' }),
    writer('body/go-map', { ...style, number: numbers.kept, sorted: 'all' }),
    writer('body/go-encoder', style, layouts.compact, '\n'),
    writer('body/go-encoder', { ...style, sorted: 'all' }, layouts.compact, '\n'),
    writer('body/go-encoder', unescaped, layouts.compact, '\n'),
    writer('body/go-encoder', { ...unescaped, sorted: 'all' }, layouts.compact, '\n'),
    writer('body/go-indent', style, layouts.twoSpaces),
    writer('body/go-indent', { ...style, sorted: 'all' }, layouts.twoSpaces),
    writer('body/go-indent', { ...style, sorted: 'all' }, layouts.tab),
    writer('body/go-indent', { ...style, sorted: 'all' }, layouts.fourSpaces),
    writer('body/go', old),
    writer('body/go-map', { ...old, sorted: 'all' }),
  ];
}

const javascript = { number: numbers.javascript };

/** The libraries, by how often their way of writing is met. */
export const writers: readonly Writer[] = [
  writer('body/javascript', javascript),
  ...php(),
  ...python(),
  ...go(),
  ...java(),
  ...dotnet(),
  writer('body/escapes-undone'),
  writer('body/javascript-indent', javascript, layouts.twoSpaces),
  writer('body/javascript-indent', javascript, layouts.fourSpaces),
  writer('body/javascript-indent', javascript, layouts.tab),
  writer('body/rails', { escape: escapes.rails, number: numbers.java }),
  writer('body/ruby', { number: numbers.ruby }),
  writer('body/ruby', { number: numbers.ruby }, layouts.twoSpaces),
  writer('body/ruby', { number: numbers.ruby }, layouts.ruby),
  writer('body/perl', { number: numbers.perl, sorted: 'all' }),
  writer('body/perl', { number: numbers.perl, sorted: 'all', escape: escapes.phpUnescapedSlashes }),
  writer('body/perl', { number: numbers.perl, sorted: 'all' }, layouts.perl),
  writer('body/as-json-text', javascript, JSON.stringify),
  writer('body/numbers-as-texts', { number: numbers.quoted }),
];
