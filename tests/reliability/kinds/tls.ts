import { written } from '../bent-server.js';
import type { ServerKind } from '../server-kind.js';

function kind(
  name: string,
  title: string,
  tls: NonNullable<ServerKind['tls']>,
  right: ServerKind['right'],
  says?: RegExp,
): ServerKind {
  return {
    ...{ name, title, tls, right, ...(says && { says }) },
    bend: (bent) => void bent.socket.write(written(bent)),
  };
}

/** TLS, and what stands in its place. */
export const tlsKinds: readonly ServerKind[] = [
  kind('tls', 'speaks TLS with a certificate that its config trusts', 'right', 'conformant'),
  kind('tls-self-signed', 'signed its certificate itself', 'self-signed', 'inconclusive', /TLS/),
  kind(
    'tls-other-host',
    'has the certificate of another host',
    'other-host',
    'inconclusive',
    /TLS/,
  ),
  kind('plain-for-tls', 'speaks HTTP where its URL says https', 'plain', 'inconclusive', /TLS/),
  kind(
    'tls-for-plain',
    'speaks TLS where its URL says http',
    'secure',
    'inconclusive',
    /TLS|HTTP|closed/,
  ),
];
