import type { Socket } from 'node:net';
import { written } from '../bent-server.js';
import { isGrant, type ServerKind, writes } from '../server-kind.js';

const page = '<html><body><h1>Error</h1></body></html>';

/** A kind that gives one answer to everything. */
function always(
  name: string,
  title: string,
  right: ServerKind['right'],
  status: number,
  {
    headers = [],
    body = '',
    says = new RegExp(String(status)),
  }: {
    headers?: [string, string][];
    body?: string;
    says?: RegExp;
  } = {},
): ServerKind {
  return writes(name, title, right, () => ({ status, headers, body }), { says });
}

function isToken(path: string): boolean {
  return path.includes('access-token');
}

/** A kind that fails one request in twenty unserved, and conforms otherwise. */
function oneInTwenty(
  name: string,
  title: string,
  right: ServerKind['right'],
  fail: (socket: Socket) => void,
  of: (path: string) => boolean = () => true,
): ServerKind {
  return {
    ...{ name, title, right },
    instead: (socket, count, path) => {
      const fails = count % 20 === 0 && of(path);
      if (fails) fail(socket);
      return fails;
    },
  };
}

const snap = (responseCode: string, responseMessage: string) =>
  JSON.stringify({ responseCode, responseMessage });
const json: [string, string][] = [['Content-Type', 'application/json']];

/** Services that are no SNAP service, or aren't well. */
export const serviceKinds: readonly ServerKind[] = [
  always('redirect-loop', 'redirects every request to itself', 'inconclusive', 307, {
    headers: [['Location', '/v1.0/access-token/b2b']],
  }),
  always('redirect-away', 'redirects every request to another host', 'inconclusive', 302, {
    headers: [['Location', 'https://login.example/']],
    body: page,
  }),
  always('not-found', 'knows no path', 'inconclusive', 404, {
    headers: [['Content-Type', 'text/html']],
    body: page,
  }),
  always('basic-auth', 'asks for HTTP Basic credentials', 'inconclusive', 401, {
    headers: [['WWW-Authenticate', 'Basic realm="gate"']],
    says: /HTTP Basic/,
  }),
  always('forbidden-page', 'has a firewall that blocks everything', 'inconclusive', 403, {
    headers: [['Content-Type', 'text/html']],
    body: page,
  }),
  always('crashes', 'answers 500 to everything', 'inconclusive', 500, {
    headers: json,
    body: snap('5007300', 'General Error'),
  }),
  always('bad-gateway', 'has a gateway that finds nobody behind it', 'inconclusive', 502, {
    headers: [['Content-Type', 'text/html']],
    body: page,
  }),
  always('in-maintenance', 'is down for an hour, and says so', 'inconclusive', 503, {
    headers: [['Retry-After', '3600']],
  }),
  always('unavailable', 'answers 503 to everything', 'inconclusive', 503),
  always('throttles-all', 'answers 429 to everything', 'inconclusive', 429, {
    headers: json,
    body: snap('4297300', 'Too Many Requests'),
  }),
  always('throttles-for-a-day', 'asks to come again tomorrow', 'inconclusive', 429, {
    headers: [['Retry-After', '86400']],
  }),
  always('refuses-all', 'refuses every signature, in SNAP’s form', 'inconclusive', 401, {
    headers: json,
    body: snap('4017300', 'Unauthorized. Signature'),
  }),
  {
    name: 'grants-all',
    title: 'grants whatever it is asked',
    right: 'non-conformant',
    bend: (bent) => {
      if (isGrant(bent)) return void bent.socket.write(written(bent));
      return void bent.socket.write(
        written({
          ...bent,
          status: 200,
          body: JSON.stringify({
            responseCode: '2007300',
            responseMessage: 'Successful',
            accessToken: `any-token-${bent.count}`,
            tokenType: 'Bearer',
            expiresIn: '900',
          }),
        }),
      );
    },
  },
  oneInTwenty(
    'one-in-20-unavailable',
    'answers 503 to one request in twenty',
    'conformant',
    (socket) => void socket.write(written({ status: 503, headers: [], body: '' })),
  ),
  oneInTwenty(
    'one-in-20-throttled',
    'answers 429 to one request in twenty',
    'conformant',
    (socket) =>
      void socket.write(
        written({ status: 429, headers: json, body: snap('4297300', 'Too Many Requests') }),
      ),
  ),
  oneInTwenty(
    'one-in-20-reset',
    'resets the connection for one token request in twenty',
    'conformant',
    (socket) => void socket.resetAndDestroy(),
    isToken,
  ),
  {
    name: 'transactions-reset',
    title:
      'resets the connection for every transaction, which leaves open whether it was carried out',
    right: 'inconclusive',
    says: /closed the connection/,
    instead: (socket, _count, path) => {
      if (!isToken(path)) socket.resetAndDestroy();
      return !isToken(path);
    },
  },
  oneInTwenty(
    'one-in-20-crashes',
    'answers 500 to one request in twenty',
    'non-conformant',
    (socket) =>
      void socket.write(
        written({ status: 500, headers: json, body: snap('5007300', 'General Error') }),
      ),
  ),
];
