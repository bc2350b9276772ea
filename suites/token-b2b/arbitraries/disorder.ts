import fc from 'fast-check';

/** A well-formed HTTP request that is no token request. */
export interface Disorder {
  headers: [name: string, value: string][];
  contentType: string;
  /** In Base64, since it may be any bytes. */
  body: string;
}

const headerText = fc
  .string({
    unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
    maxLength: 200,
  })
  .map((text) => text.trim());

const headerName = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('X-TIMESTAMP', 'X-CLIENT-KEY', 'X-SIGNATURE') },
  {
    weight: 1,
    arbitrary: fc
      .string({
        unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz-'),
        minLength: 1,
        maxLength: 20,
      })
      .map((name) => `x-${name}`),
  },
);

const bytes = (text: string | Uint8Array) => Buffer.from(text as string).toString('base64');

const anyBody = fc.oneof(
  fc.json({ maxDepth: 4 }).map(bytes),
  fc.string({ unit: 'grapheme', maxLength: 400 }).map(bytes),
  fc.uint8Array({ maxLength: 400 }).map(bytes),
  fc.constantFrom(500, 2_000).map((depth) => bytes('['.repeat(depth) + ']'.repeat(depth))),
  fc
    .constantFrom(10_000, 100_000)
    .map((length) => bytes(JSON.stringify({ grantType: 'x'.repeat(length) }))),
);

export const disorderedRequest: fc.Arbitrary<Disorder> = fc.record({
  headers: fc.array(fc.tuple(headerName, headerText), { maxLength: 6 }),
  contentType: fc.constantFrom(
    'application/json',
    'text/plain',
    'application/xml',
    'multipart/form-data',
    'application/octet-stream',
    'x/y',
  ),
  body: anyBody,
});

/** Everything wrong at once, an empty object, nothing, what recurses too deep, other formats, and bytes that are no text. */
export const disorderedExamples: readonly Disorder[] = [
  {
    headers: [
      ['X-TIMESTAMP', 'x'],
      ['X-CLIENT-KEY', 'x'],
      ['X-SIGNATURE', '='],
    ],
    contentType: 'application/json',
    body: bytes('['),
  },
  { headers: [], contentType: 'application/json', body: bytes('{}') },
  { headers: [], contentType: 'application/json', body: bytes('') },
  { headers: [], contentType: 'application/json', body: bytes('null') },
  {
    headers: [['X-SIGNATURE', '=']],
    contentType: 'application/json',
    body: bytes('{"grantType":'),
  },
  { headers: [], contentType: 'application/json', body: bytes('['.repeat(2_000)) },
  { headers: [], contentType: 'application/xml', body: bytes('<?xml version="1.0"?><a/>') },
  { headers: [], contentType: 'multipart/form-data', body: bytes('--') },
  {
    headers: [],
    contentType: 'application/octet-stream',
    body: bytes(new Uint8Array([0, 255, 0])),
  },
];
