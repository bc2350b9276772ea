import type { Socket } from 'node:net';
import type { SecureVersion } from 'node:tls';
import { say, type Text } from '../../messages/message.js';
import type { Endpoint } from './transport.js';
import { openSocket } from './way/open-socket.js';
import { ProxyError } from './way/proxy-error.js';
import { beginTls } from './way/secured.js';

/** What came of offering a target some versions of TLS and no other. */
export type Handshake =
  /** `suite` by its name in the IANA registry: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256. */
  | { kind: 'agreed'; protocol: Text; suite: string }
  | { kind: 'refused'; message: Text }
  /** Nothing can be said: no connection, or this machine can't speak these versions itself. */
  | { kind: 'unknown'; message: Text };

/** What says that our own side broke the handshake off. */
const undecided =
  /^(?:ERR_SSL_NO_PROTOCOLS_AVAILABLE|ERR_SSL_NO_CIPHERS_AVAILABLE|ERR_SSL_UNSUPPORTED_PROTOCOL)$/;

/**
 * Makes one TLS connection with these versions alone and closes it; nothing is sent over it.
 *
 * @param ciphers OpenSSL's list of the suites that are offered; default: all that this machine has
 */
export async function tlsHandshake(
  { baseUrl, limits, ...way }: Endpoint,
  minVersion: SecureVersion,
  maxVersion: SecureVersion,
  // The old versions' algorithms are below OpenSSL's default level: our side mustn't refuse them.
  ciphers = 'DEFAULT@SECLEVEL=0',
): Promise<Handshake> {
  const url = new URL(baseUrl);
  const tooLong: Handshake = {
    kind: 'unknown',
    message: say('http/tls/no-handshake', { milliseconds: limits.timeoutMs }),
  };
  const signal = AbortSignal.timeout(limits.timeoutMs);
  let opened: Socket;
  try {
    opened = await openSocket(url, way, signal);
  } catch (error) {
    if (signal.aborted) return tooLong;
    const { code, message } = error as NodeJS.ErrnoException;
    return error instanceof ProxyError
      ? {
          kind: 'unknown',
          message: say('http/tls/no-tunnel', { proxy: error.proxy, why: message }),
        }
      : { kind: 'unknown', message: code ?? message };
  }
  return new Promise((resolve) => {
    const socket = beginTls(opened, url, way, {
      minVersion,
      maxVersion,
      ...(maxVersion !== 'TLSv1.3' && { ciphers }),
      // Only the version matters here; whether the certificate is right, the control has shown.
      rejectUnauthorized: false,
    });
    const end = (handshake: Handshake) => {
      socket.destroy();
      opened.destroy();
      resolve(handshake);
    };
    socket.setTimeout(limits.timeoutMs, () => end(tooLong));
    socket.once('secureConnect', () =>
      end({
        kind: 'agreed',
        protocol: socket.getProtocol() ?? say('http/tls/unnamed-version'),
        suite: socket.getCipher().standardName,
      }),
    );
    socket.once('error', ({ code = '', message }: NodeJS.ErrnoException) =>
      end({ kind: undecided.test(code) ? 'unknown' : 'refused', message: code || message }),
    );
  });
}
