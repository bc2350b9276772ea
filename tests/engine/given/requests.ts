/** A request of the tests, written in each of the forms that are read. */
export interface Sample {
  method: string;
  origin: string;
  path: string;
  headers: [name: string, value: string][];
  body: string;
}

export const sample: Sample = {
  method: 'POST',
  origin: 'https://sandbox.example',
  path: '/api/v1.0/balance-inquiry?a=1&b=%20',
  headers: [
    ['Content-Type', 'application/json'],
    ['Authorization', 'Bearer an-access-token-of-some-length'],
    ['X-TIMESTAMP', '2024-03-19T11:46:16+07:00'],
    ['X-SIGNATURE', 'c2lnbmF0dXJlLW9mLXRoZS1zYW1wbGU='],
    ['X-PARTNER-ID', "it's me"],
    ['X-EXTERNAL-ID', '41807553358950093184162180797837'],
  ],
  body: '{\n  "name": "Café \\"100%\\" $1 & co!",\n  "n": ["^", "`"]\n}',
};

const single = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** As Chrome copies it for bash: `$'…'` where it has to. */
export function bashCurl({ origin, path, headers, body, method }: Sample): string {
  const word = (text: string) =>
    /[\n\r!']|[^\x20-\x7e]/.test(text)
      ? `$'${text
          .replace(/\\/g, '\\\\')
          .replace(/'/g, "\\'")
          .replace(/\n/g, '\\n')
          .replace(/\r/g, '\\r')
          .replace(
            /[^\x20-\x7e]|!/g,
            (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
          )}'`
      : `'${text}'`;
  return [
    `curl ${word(origin + path)}`,
    `-X ${word(method)}`,
    ...headers.map((header) => `-H ${word(header.join(': '))}`),
    `--data-raw ${word(body)}`,
    '--compressed',
  ].join(' \\\n  ');
}

/** As Chrome copies it for cmd. */
export function cmdCurl({ origin, path, headers, body, method }: Sample): string {
  const word = (text: string) =>
    `^"${text
      .replace(/\\/g, '\\\\')
      .replace(/"/g, '\\"')
      .replace(/[^a-zA-Z0-9\s_\-:=+~'/.',?;()*`]/g, '^$&')
      .replace(/%(?=[a-zA-Z0-9_])/g, '%^')
      .replace(/\r?\n/g, '^\n\n')}^"`;
  return [
    `curl ${word(origin + path)}`,
    `-X ${word(method)}`,
    ...headers.map((header) => `-H ${word(header.join(': '))}`),
    `--data-raw ${word(body)}`,
  ].join(' ^\n  ');
}

/** As Postman exports it, with long options and single quotes. */
export function postmanCurl({ origin, path, headers, body }: Sample): string {
  return [
    `curl --location ${single(origin + path)}`,
    ...headers.map((header) => `--header ${single(header.join(': '))}`),
    `--data ${single(body)}`,
  ].join(' \\\n');
}

/** For PowerShell: quotes doubled, a backtick at the end of each line. */
export function powershellCurl({ origin, path, headers, body, method }: Sample): string {
  const word = (text: string) => `'${text.replaceAll("'", "''")}'`;
  return [
    `curl.exe --request ${method} --url ${word(origin + path)}`,
    ...headers.map((header) => `--header ${word(header.join(': '))}`),
    `--data-raw ${word(body)}`,
  ].join(' `\n  ');
}

/** On one line, double quotes around all, as documents have it. */
export function oneLineCurl({ origin, path, headers, body }: Sample): string {
  const word = (text: string) => `"${text.replace(/[\\"$`]/g, '\\$&')}"`;
  return [
    `$ curl ${word(origin + path)}`,
    ...headers.map((header) => `-H ${word(header.join(': '))}`),
    `-d ${word(body)} | jq .`,
  ].join(' ');
}

/** HTTP/1.1, with line ends of one kind. */
export const httpOf =
  (end: '\n' | '\r\n', absolute = false, length = true) =>
  ({ method, origin, path, headers, body }: Sample): string =>
    [
      `${method} ${absolute ? origin : ''}${path} HTTP/1.1`,
      `Host: ${new URL(origin).host}`,
      ...headers.map((header) => header.join(': ')),
      ...(length ? [`Content-Length: ${Buffer.byteLength(body)}`] : []),
      '',
      body,
    ].join(end);

/** An entry of a HAR, as data. */
export function harEntry({ method, origin, path, headers, body }: Sample, base64 = false): object {
  return {
    startedDateTime: '2024-03-19T04:46:16.000Z',
    request: {
      method,
      url: origin + path,
      httpVersion: 'HTTP/2',
      headers: [[':method', method], ...headers].map(([name, value]) => ({ name, value })),
      postData: base64
        ? {
            mimeType: 'application/json',
            text: Buffer.from(body).toString('base64'),
            encoding: 'base64',
          }
        : { mimeType: 'application/json', text: body },
    },
    response: {},
  };
}

/** A HAR with other requests around one. */
export function harOf(given: Sample): object {
  const other = { ...given, headers: given.headers.filter(([name]) => name !== 'X-SIGNATURE') };
  return { log: { version: '1.2', entries: [other, given, other].map((each) => harEntry(each)) } };
}

/** A Postman collection, the request in a folder, its host and token in variables. */
export function collectionOf({ method, origin, path, headers, body }: Sample): object {
  return {
    info: {
      name: 'x',
      schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json',
    },
    item: [
      {
        name: 'folder',
        item: [
          {
            name: 'call',
            request: {
              method,
              url: { raw: `{{baseUrl}}${path}` },
              header: [
                ...headers.map(([key, value]) => ({ key, value })),
                { key: 'X-OFF', value: 'x', disabled: true },
              ],
              body: { mode: 'raw', raw: body },
            },
          },
        ],
      },
    ],
    variable: [{ key: 'baseUrl', value: origin }],
  };
}

const json = (value: object) => JSON.stringify(value, undefined, 2);

/** The forms in which a whole request is given, by name. */
export const forms: Readonly<Record<string, (given: Sample) => string>> = {
  'curl for bash': bashCurl,
  'curl for cmd': cmdCurl,
  'curl for PowerShell': powershellCurl,
  'curl of Postman': postmanCurl,
  'curl on one line': oneLineCurl,
  'HTTP with LF': httpOf('\n'),
  'HTTP with CR LF': httpOf('\r\n'),
  'HTTP with a whole URL': httpOf('\r\n', true, false),
  'an entry of a HAR': (given) => json(harEntry(given)),
  'an entry in Base64': (given) => json(harEntry(given, true)),
  'a HAR': (given) => json(harOf(given)),
  'a collection': (given) => json(collectionOf(given)),
  'what sign prints': ({ method, path, headers, body }) =>
    json({ method, path, headers: Object.fromEntries(headers), body }),
};
