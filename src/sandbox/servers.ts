import { createServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { createServer as createSocketServer, type Server as SocketServer } from 'node:net';
import type { SecureVersion } from 'node:tls';

/** The certificate of a sandbox that speaks TLS, and its key, as PEM. */
export interface CertifiedKey {
  cert: string;
  key: string;
}

/** What a server gets wrong below HTTP. */
export interface TlsDeviation {
  minVersion?: SecureVersion;
  maxVersion?: SecureVersion;
  /** The port takes requests without TLS as well. */
  plainToo?: true;
}

/** What a sandbox listens with, and the HTTP servers behind it. */
export interface Servers {
  listening: SocketServer;
  http: readonly Server[];
}

/** Large enough that the sandbox answers a client id of 10 kB, not node's parser. */
const maxHeaderSize = 64 * 1024;
/** Longer than any pause between two requests of a run, so that no idle connection closes under it. */
const keepAliveTimeout = 60_000;
const options = { maxHeaderSize, keepAliveTimeout, requireHostHeader: false };
/** First byte of a TLS record that begins a handshake (RFC 8446 section 5.1). */
const handshake = 22;

/** A server for HTTP or, with a certificate, for HTTPS: TLS 1.2 and 1.3, unless a fault says otherwise. */
export function createServers(
  tls: CertifiedKey | undefined,
  { minVersion = 'TLSv1.2', maxVersion = 'TLSv1.3', plainToo }: TlsDeviation = {},
): Servers {
  if (!tls) {
    const plain = createServer(options);
    return { listening: plain, http: [plain] };
  }
  const secure = createSecureServer({
    ...options,
    ...tls,
    minVersion,
    maxVersion,
    // TLS 1.0 and 1.1 need algorithms below OpenSSL's default level.
    ...(minVersion < 'TLSv1.2' && { ciphers: 'DEFAULT@SECLEVEL=0' }),
  });
  if (!plainToo) return { listening: secure, http: [secure] };
  const plain = createServer(options);
  return { listening: eitherOf(secure, plain), http: [secure, plain] };
}

/** Looks at the first byte of each connection to tell TLS from plain HTTP. */
function eitherOf(secure: Server, plain: Server): SocketServer {
  return createSocketServer((socket) => {
    socket.once('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === handshake ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
}
