import type { TransactionConfig } from '../../schemas/generated/config.js';
import type { Profile } from '../../schemas/resolved.js';
import { createProvider } from '../../src/sandbox/provider.js';
import type { CertifiedKey } from '../../src/sandbox/servers.js';
import { type Authority, createAuthority } from '../support/certificates.js';
import type { TestClients } from '../support/test-clients.js';
import { type Bent, listen, serveBent, written } from './bent-server.js';
import type { ServerKind } from './server-kind.js';

/** What a conforming provider behind a server of some kind knows. */
export interface Behind {
  profile: Profile;
  clients: TestClients;
  transaction: TransactionConfig;
}

/** A server of some kind. */
export interface StartedKind {
  baseUrl: string;
  /** What its config trusts, as PEM. */
  ca?: string;
  close(): Promise<void>;
}

/** Starts a server of a kind on loopback. */
export async function startKind(kind: ServerKind, behind: Behind): Promise<StartedKind> {
  const { profile, clients, transaction } = behind;
  const certified = certificateOf(kind.tls);
  const options = {
    tls: certified?.server,
    instead: kind.instead,
    mostConnections: kind.concurrency,
  };
  const provider = await createProvider({
    profile,
    clients,
    call: { ...transaction, customer: false },
  });
  const started = kind.connection
    ? await listen(kind.connection, options)
    : await serveBent(provider, kind.bend ?? plainly, options);
  if (kind.closed) await started.close();
  const scheme = kind.tls !== undefined && kind.tls !== 'secure' ? 'https' : 'http';
  return {
    baseUrl: `${scheme}://127.0.0.1:${started.port}`,
    ...(certified && { ca: certified.ca }),
    close: kind.closed ? async () => undefined : started.close,
  };
}

function plainly(bent: Bent): void {
  bent.socket.write(written(bent));
}

let authority: Authority | undefined;

/** The certificate that a server shows, and the authority that its config trusts. */
function certificateOf(tls: ServerKind['tls']): { server?: CertifiedKey; ca: string } | undefined {
  if (tls === undefined) return undefined;
  authority ??= createAuthority('reliability');
  const ca = authority.cert;
  switch (tls) {
    case 'plain':
      return { ca };
    case 'self-signed':
      return { server: createAuthority('itself'), ca };
    case 'other-host':
      return { server: authority.certify('elsewhere', 'subjectAltName=DNS:elsewhere.example'), ca };
    default:
      return { server: authority.certify('server'), ca };
  }
}
