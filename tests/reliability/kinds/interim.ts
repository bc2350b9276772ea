import { written } from '../bent-server.js';
import { drip, flood, type ServerKind } from '../server-kind.js';

/** A kind that sends something before each right answer. */
function before(name: string, title: string, ...interim: string[]): ServerKind {
  return {
    ...{ name, title, right: 'conformant' },
    bend: (bent) => {
      for (const head of interim) bent.socket.write(`HTTP/1.1 ${head}\r\n\r\n`);
      bent.socket.write(written(bent));
    },
  };
}

const hints = 'Link: </style.css>; rel=preload';

/** Interim answers, 1xx, which a client passes over (RFC 9110 section 15.2). */
export const interimKinds: readonly ServerKind[] = [
  before('continue', 'sends 100 Continue that nobody asked for', '100 Continue'),
  before('processing', 'sends 102 Processing', '102 Processing'),
  before('early-hints', 'sends 103 Early Hints', `103 Early Hints\r\n${hints}`),
  before('unknown-interim', 'sends a 199 that no document knows', '199 Soon'),
  before('continue-bare', 'sends 100 without a reason phrase', '100'),
  before(
    'interim-of-each',
    'sends 100, 102 and 103 before each answer',
    '100 Continue',
    '102 Processing',
    `103 Early Hints\r\n${hints}`,
  ),
  before(
    'fifty-interim',
    'sends fifty interim answers first',
    ...Array.from({ length: 50 }, () => '100 Continue'),
  ),
  {
    name: 'interim-in-one-packet',
    title: 'sends 100 Continue in one packet with the answer',
    right: 'conformant',
    bend: (bent) =>
      void bent.socket.write(
        Buffer.concat([Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'), written(bent)]),
      ),
  },
  {
    name: 'interim-in-pieces',
    title: 'sends 100 Continue in four packets',
    right: 'conformant',
    bend: async (bent) => {
      for (const piece of ['HTT', 'P/1.1 100 Continue\r\nX-Odd: 1\r', '\n\r', '\n']) {
        bent.socket.write(piece);
        await new Promise(setImmediate);
      }
      bent.socket.write(written(bent));
    },
  },
  {
    name: 'interim-without-end',
    title: 'sends 100 Continue every 50 ms, and never an answer',
    right: 'inconclusive',
    hangs: true,
    says: /no whole answer/,
    bend: ({ socket }) => drip(socket, 50, () => 'HTTP/1.1 100 Continue\r\n\r\n'),
  },
  {
    name: 'interim-flood',
    title: 'sends 103 Early Hints as fast as it can, and never an answer',
    right: 'inconclusive',
    hangs: true,
    says: /no whole answer|interim/,
    bend: ({ socket }) =>
      flood(socket, Buffer.from(`HTTP/1.1 103 Early Hints\r\n${hints}\r\n\r\n`.repeat(500))),
  },
  {
    name: 'interim-then-closed',
    title: 'sends 100 Continue and closes',
    right: 'inconclusive',
    says: /closed the connection/,
    bend: ({ socket }) => void socket.end('HTTP/1.1 100 Continue\r\n\r\n'),
  },
  {
    name: 'switching-protocols',
    title: 'switches to another protocol with 101',
    right: 'inconclusive',
    says: /101/,
    bend: ({ socket }) =>
      void socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      ),
  },
];
