import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readGiven } from '../../../src/engine/given/read-given.js';
import { startProgram } from '../../cli/command.js';
import { workspace } from '../../cli/workspace.js';

/** What came over the wire. */
interface Received {
  method: string | undefined;
  path: string | undefined;
  headers: string[];
  body: string;
}

const received: Received[] = [];
const server = createServer((request: IncomingMessage, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { method, url: path, rawHeaders: headers } = request;
    received.push({ method, path, headers, body: Buffer.concat(parts).toString('latin1') });
    response.end();
  });
});
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const body = '{\r\n  "name": "Café \\"x\\"",\n  "n": [1, 2]\n}\n';

/** Commands for bash; URL stands for the address. */
const commands = [
  `curl URL/v1.0/list`,
  `curl "URL/v1.0/list?a=1&b=%20" -X PUT`,
  `curl --url URL/v1.0/list --request DELETE`,
  `curl -XPOST URL/v1.0/list -H'X-A: b' -d'{"a":1}'`,
  `curl URL/v1.0/list -d a=1 -d b=2`,
  `curl URL/v1.0/list -d @body.json -H 'Content-Type: application/json'`,
  `curl URL/v1.0/list --data-binary @body.json`,
  `curl URL/v1.0/list --data-raw @body.json`,
  `curl URL/v1.0/list --json '{"a":1}' --json '{"b":2}'`,
  `curl URL/v1.0/list -G -d a=1 -d b=2`,
  `curl 'URL/v1.0/list?x=1' -G --data-urlencode 'q=a b&c'`,
  `curl URL/v1.0/list --data-urlencode name@body.json`,
  `curl -sS -o /dev/null URL/v1.0/list -T body.json`,
  `curl -I URL/v1.0/list`,
  `curl URL/v1.0/../v1.0/./list/..`,
  `curl --path-as-is URL/v1.0/../list`,
  `curl 'URL/v1.0/list?a=\\[1\\]'`,
  `curl -g 'URL/v1.0/list?a=[1]{x}'`,
  `curl URL/v1.0/list --request-target '/other?x'`,
  `curl URL`,
  `curl 'URL?a=1#part'`,
  `curl URL/v1.0/list \\\n  -H 'X-A: it'\\''s' \\\n  -H "X-B: \\"q\\" \\$x \\\\" \\\n  --data-raw $'{"a":"\\u00e9\\'\\n\\303\\251\\x41"}'`,
  `curl URL/v1.0/list -H @headers.txt -H 'Accept:' -H 'X-Empty;'`,
  `curl -u me:pass -A agent -e http://from -b a=b URL/v1.0/list`,
  `curl --oauth2-bearer abc URL/v1.0/list --compressed -L -k -v`,
  `T=abc; curl URL/v1.0/list -H "Authorization: Bearer $T"`,
  `printf %s eyJhIjoxfQ== | base64 -d | curl URL/v1.0/list --data-binary @-`,
  `curl URL/v1.0/list 2>/dev/null | cat # and a comment`,
  `curl -- URL/v1.0/list`,
  `curl URL/v1.0/list -d "$(printf x)" --data-raw ''`.replace('"$(printf x)"', 'x'),
];

/** Headers that curl writes by itself. */
const own = new Set([
  'host',
  'user-agent',
  'accept',
  'content-length',
  'content-type',
  'connection',
  'accept-encoding',
  'expect',
]);
const pairs = (raw: readonly string[]) =>
  raw.flatMap((name, index) =>
    index % 2 === 0 && !own.has(name.toLowerCase()) ? [[name, raw[index + 1]]] : [],
  );

test.for(commands)('is read as curl sends it: %s', async (written) => {
  const command = written.replaceAll('URL', url);
  const space = workspace();
  space.write('body.json', body);
  space.write('headers.txt', 'X-C: d\nX-E: f\n');
  received.length = 0;
  const { ended } = startProgram('bash', ['-c', command], { cwd: space.path });
  const { status, stderr } = await ended;
  expect(status, stderr).toBe(0);
  const [sent] = received;
  const given = readGiven(Buffer.from(command), {
    file: 'curl.txt',
    readFile: (name) => readFileSync(join(space.path, name)),
  });
  expect(given.kind).toBe('curl');
  expect({
    method: given.method,
    path: given.path,
    body: (given.body ?? Buffer.alloc(0)).toString('latin1'),
    origin: given.origin,
    headers: given.headers.filter(([name]) => !own.has(name.toLowerCase())),
  }).toEqual({
    method: sent?.method,
    path: sent?.path,
    body: sent?.body,
    origin: url,
    headers: pairs(sent?.headers ?? []),
  });
});
