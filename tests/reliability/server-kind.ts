import type { Socket } from 'node:net';
import type { TargetResult } from '../../schemas/generated/result.js';
import { type Bent, type Writing, written } from './bent-server.js';

/** One way in which a server meets its clients, and the verdict that is right for it. */
export interface ServerKind {
  name: string;
  /** What it does; completes "a server that …". */
  title: string;
  /**
   * Stated before any run. `conformant`: a client has to cope with it; `inconclusive`: nothing that it sends can be
   * read or trusted; `non-conformant`: it answers, and wrongly.
   */
  right: TargetResult['verdict'];
  /** What the report says of it somewhere. */
  says?: RegExp;
  /** It leaves requests unanswered, so that each is waited for. */
  hangs?: true;
  /** Connections that it takes, and that its config allows. */
  concurrency?: number;
  /** How it speaks TLS and what its config says: `plain` and `secure` are at odds with the URL. */
  tls?: 'right' | 'plain' | 'secure' | 'self-signed' | 'other-host';
  /** Writes each answer of a conforming provider in its own way. */
  bend?(bent: Bent): void;
  /** Deals with a request before the provider behind it is asked; true if it did. */
  instead?(socket: Socket, count: number, path: string): boolean;
  /** Does without HTTP: has the connection to itself. */
  connection?(socket: Socket): void;
  /** Nothing listens. */
  closed?: true;
}

/** A kind that writes answers with single parts replaced. */
export function writes(
  name: string,
  title: string,
  right: ServerKind['right'],
  change: (bent: Bent) => Partial<Writing>,
  more: Pick<ServerKind, 'says' | 'hangs'> = {},
): ServerKind {
  return {
    ...{ name, title, right, ...more },
    bend: (bent) => {
      const writing = { ...bent, ...change(bent) };
      bent.socket.write(written(writing));
      if (writing.close) bent.socket.end();
    },
  };
}

/** A kind that sends some bytes of its own to each request, instead of an answer, and closes. */
export function sends(
  name: string,
  title: string,
  right: ServerKind['right'],
  bytes: (bent: Bent) => Buffer | string,
  more: Pick<ServerKind, 'says' | 'hangs'> = {},
): ServerKind {
  return {
    ...{ name, title, right, ...more },
    bend: (bent) => void bent.socket.end(bytes(bent)),
  };
}

/** True for what a conforming provider grants. */
export function isGrant({ status }: Pick<Bent, 'status'>): boolean {
  return status === 200;
}

/** The members of a JSON body. */
export function membersOf({ body }: Pick<Bent, 'body'>): Record<string, unknown> {
  return JSON.parse(body.toString()) as Record<string, unknown>;
}

/** Writes piece after piece, so many milliseconds apart, until the client has gone. */
export function drip(socket: Socket, ms: number, piece: (index: number) => string | Buffer): void {
  let index = 0;
  const timer = setInterval(() => {
    if (socket.writable) socket.write(piece(index));
    index += 1;
  }, ms);
  socket.once('close', () => clearInterval(timer));
}

/** Writes the same bytes over and over, as fast as they are read, until the client has gone. */
export function flood(socket: Socket, bytes: Buffer): void {
  let more = true;
  while (more && socket.writable) more = socket.write(bytes);
  if (socket.writable) socket.once('drain', () => flood(socket, bytes));
}
