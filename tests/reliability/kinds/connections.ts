import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import { written } from '../bent-server.js';
import { drip, type ServerKind } from '../server-kind.js';

/** A kind that does something at the first byte of a request, without reading it. */
function onData(
  name: string,
  title: string,
  says: RegExp,
  act: (socket: Socket) => void,
  more: Pick<ServerKind, 'hangs'> = {},
): ServerKind {
  return {
    ...{ name, title, right: 'inconclusive', says, ...more },
    connection: (socket) => {
      socket.once('data', () => act(socket));
      socket.resume();
    },
  };
}

/** A kind that does something as soon as a connection is there. */
function onConnect(
  name: string,
  title: string,
  says: RegExp,
  act: (socket: Socket) => void,
): ServerKind {
  return {
    ...{ name, title, right: 'inconclusive', says },
    connection: (socket) => {
      socket.resume();
      act(socket);
    },
  };
}

const closed = /closed the connection/;

/** Connections, and what becomes of them. */
export const connectionKinds: readonly ServerKind[] = [
  {
    name: 'closes-each',
    title: 'closes each connection after its answer, and says so',
    right: 'conformant',
    bend: (bent) => void bent.socket.end(written({ ...bent, close: true })),
  },
  {
    name: 'closes-unannounced',
    title: 'closes each connection after its answer, and doesn’t say so',
    right: 'conformant',
    bend: (bent) => void bent.socket.end(written(bent)),
  },
  {
    name: 'closes-every-third',
    title: 'closes a connection after every third answer, unannounced',
    right: 'conformant',
    bend: (bent) => {
      bent.socket.write(written(bent));
      if (bent.count % 3 === 0) bent.socket.end();
    },
  },
  {
    name: 'keeps-a-second',
    title: 'keeps an idle connection for a second, and says so',
    right: 'conformant',
    bend: (bent) => {
      bent.socket.write(
        written({ ...bent, headers: [...bent.headers, ['Keep-Alive', 'timeout=1, max=100']] }),
      );
      bent.socket.setTimeout(1000, () => bent.socket.end());
    },
  },
  {
    name: 'one-connection',
    title: 'takes one connection at a time; its config allows no more',
    right: 'conformant',
    concurrency: 1,
    bend: (bent) => void bent.socket.write(written(bent)),
  },
  {
    name: 'slow',
    title: 'takes 20 ms for each answer',
    right: 'conformant',
    bend: (bent) => void setTimeout(() => bent.socket.write(written(bent)), 20),
  },
  {
    name: 'byte-by-byte',
    title: 'sends each byte by itself',
    right: 'conformant',
    bend: (bent) => {
      for (const byte of written(bent)) bent.socket.write(Buffer.from([byte]));
    },
  },
  {
    name: 'refuses-connections',
    title: 'doesn’t listen at all',
    right: 'inconclusive',
    says: /nothing accepts connections/,
    closed: true,
  },
  onConnect('hangs-up', 'closes every connection at once', closed, (socket) => socket.end()),
  onConnect('resets-at-once', 'resets every connection at once', closed, (socket) =>
    socket.resetAndDestroy(),
  ),
  onData('empty-reply', 'closes without an answer', closed, (socket) => socket.end()),
  onData('resets', 'resets the connection instead of answering', closed, (socket) =>
    socket.resetAndDestroy(),
  ),
  onData('resets-amid-headers', 'resets the connection amid the headers', closed, (socket) =>
    socket.write('HTTP/1.1 200 OK\r\nContent-Type: app', () => socket.resetAndDestroy()),
  ),
  onData('closes-amid-headers', 'closes the connection amid the headers', closed, (socket) =>
    socket.end('HTTP/1.1 200 OK\r\nContent-Type: app'),
  ),
  onData('resets-amid-body', 'resets the connection amid the body', closed, (socket) =>
    socket.write('HTTP/1.1 200 OK\r\nContent-Length: 200\r\n\r\n{"acc', () =>
      socket.resetAndDestroy(),
    ),
  ),
  onData('silent', 'never answers', /no whole answer/, () => undefined, { hangs: true }),
  onData(
    'status-line-drip',
    'sends a letter of its status line every 100 ms',
    /no whole answer/,
    (socket) => drip(socket, 100, (index) => 'HTTP/1.1 200 Everything is going well'[index] ?? '.'),
    { hangs: true },
  ),
  onData('binary', 'sends random bytes', /not HTTP/, (socket) => socket.end(randomBytes(2048))),
  onConnect('ssh', 'is an SSH server', /not HTTP/, (socket) => socket.end('SSH-2.0-Server_9\r\n')),
  onConnect('smtp', 'is a mail server', /not HTTP/, (socket) =>
    socket.write('220 mail.example ESMTP\r\n'),
  ),
  onConnect(
    'answers-before-asked',
    'answers each connection before anything is asked',
    /401|before anything was asked/,
    (socket) => socket.write('HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\n{}'),
  ),
];
