import { isIP } from 'node:net';
import { connect, type SecureVersion } from 'node:tls';
import { say, type Text } from '../../messages/message.js';
import type { TargetPlan } from '../plan/plan.js';

/** What came of offering a target some versions of TLS and no other. */
export type Handshake =
  /** `suite` by its name in the IANA registry: TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256. */
  | { kind: 'agreed'; protocol: Text; suite: string }
  | { kind: 'refused'; message: Text }
  /** Nothing can be said: no connection, or this machine can't speak these versions itself. */
  | { kind: 'unknown'; message: Text };

/** What says that it never came to a handshake, or that our own side broke it off. */
const undecided =
  /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ERR_SSL_NO_PROTOCOLS_AVAILABLE|ERR_SSL_NO_CIPHERS_AVAILABLE|ERR_SSL_UNSUPPORTED_PROTOCOL)$/;

/**
 * Makes one TLS connection with these versions alone and closes it; nothing is sent over it.
 *
 * @param ciphers OpenSSL's list of the suites that are offered; default: all that this machine has
 */
export function tlsHandshake(
  { baseUrl, limits, tls }: Pick<TargetPlan, 'baseUrl' | 'limits' | 'tls'>,
  minVersion: SecureVersion,
  maxVersion: SecureVersion,
  // The old versions' algorithms are below OpenSSL's default level: our side mustn't refuse them.
  ciphers = 'DEFAULT@SECLEVEL=0',
): Promise<Handshake> {
  const { hostname, port } = new URL(baseUrl);
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve) => {
    const socket = connect({
      ...tls,
      host,
      port: port === '' ? 443 : Number(port),
      ...(isIP(host) === 0 && { servername: host }),
      minVersion,
      maxVersion,
      ...(maxVersion !== 'TLSv1.3' && { ciphers }),
      // Only the version matters here; whether the certificate is right, the control has shown.
      rejectUnauthorized: false,
    });
    const end = (handshake: Handshake) => {
      socket.destroy();
      resolve(handshake);
    };
    socket.setTimeout(limits.timeoutMs, () =>
      end({
        kind: 'unknown',
        message: say('http/tls/no-handshake', { milliseconds: limits.timeoutMs }),
      }),
    );
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
