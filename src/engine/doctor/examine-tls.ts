import { checkServerIdentity, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import type { Endpoint } from '../http/transport.js';
import { addressOf, openSocket } from '../http/way/open-socket.js';
import { beginTls } from '../http/way/secured.js';
import { type DoctorFinding, failure, ok, skipped, warning } from './finding.js';

const dayMs = 24 * 60 * 60 * 1000;
/** A certificate that ends sooner than this gets a warning. */
const soonDays = 30;

/** Makes one TLS connection, examines version and certificate, and closes it; sends nothing over it. */
export async function examineTls({ baseUrl, limits, ...way }: Endpoint): Promise<DoctorFinding[]> {
  const url = new URL(baseUrl);
  const { host } = addressOf(url);
  const signal = AbortSignal.timeout(limits.timeoutMs);
  const opened = await openSocket(url, way, signal);
  return new Promise((resolve) => {
    // A finding says in words what is wrong with the certificate; a broken connection couldn't.
    const socket = beginTls(opened, url, way, {
      rejectUnauthorized: false,
      ...(way.http2 && { ALPNProtocols: ['h2', 'http/1.1'] }),
    });
    const end = (findings: DoctorFinding[]) => {
      socket.destroy();
      opened.destroy();
      resolve(findings);
    };
    socket.setTimeout(limits.timeoutMs, () =>
      end([failure('TLS', `no handshake within ${limits.timeoutMs} ms`, mixedUp)]),
    );
    socket.once('secureConnect', () =>
      end([...findingsOf(socket, host), ...(way.http2 ? [http2Finding(socket)] : [])]),
    );
    socket.once('error', ({ code, message }: NodeJS.ErrnoException) =>
      end([
        failure(
          'TLS',
          `no handshake: ${code ?? message}`,
          mixedUp,
          'The target may ask for a client certificate: give tls.cert and tls.key, or tls.pfx.',
          'It may speak only versions of TLS that are too old for this machine.',
        ),
      ]),
    );
  });
}

function http2Finding({ alpnProtocol }: TLSSocket): DoctorFinding {
  return alpnProtocol === 'h2'
    ? ok('HTTP/2', 'the target speaks it')
    : warning('HTTP/2', 'the target speaks HTTP/1.1 alone, which is used', 'Leave http2 out.');
}

const mixedUp = 'What listens there may speak plain HTTP: check that https in baseUrl is right.';

function findingsOf(socket: TLSSocket, host: string): DoctorFinding[] {
  const certificate = socket.getPeerCertificate(true);
  const version = socket.getProtocol() ?? 'an unnamed version';
  const old = version !== 'TLSv1.2' && version !== 'TLSv1.3';
  return [
    old
      ? warning('TLS', `the connection is ${version}`, 'The server should offer TLS 1.2 or later.')
      : ok('TLS', `${version}, ${socket.getCipher().standardName}`),
    trustFinding(socket),
    nameFinding(host, certificate),
    endFinding(certificate, Date.now()),
  ];
}

const about = 'TLS certificate';

/** What is wrong with a chain and what to do, by OpenSSL's code. */
const untrusted: Record<string, string> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed: give it as tls.ca, or get one from an authority',
  SELF_SIGNED_CERT_IN_CHAIN:
    "its authority isn't known to this machine: give that authority's certificate as tls.ca",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'the server leaves out the certificates between its own and the authority: have it send the whole chain, or give the missing ones as tls.ca',
  UNABLE_TO_GET_ISSUER_CERT:
    'a certificate between its own and the authority is missing: give it as tls.ca',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    "its authority isn't known to this machine: give that authority's certificate as tls.ca",
};

function trustFinding(socket: TLSSocket): DoctorFinding {
  const chain = chainOf(socket.getPeerCertificate(true));
  // The name and the dates of the certificate have findings of their own. OpenSSL reports wrong dates before
  // an untrusted chain, and checks the name only once the chain is trusted.
  const code = socket.authorizationError as string | Error | undefined;
  const name = String(code instanceof Error ? (code as NodeJS.ErrnoException).code : code);
  if (socket.authorized || name.includes('ALTNAME')) return ok(about, `trusted: ${chain}`);
  if (/HAS_EXPIRED|NOT_YET_VALID/.test(name))
    return skipped(
      about,
      `whether it is trusted can't be told while its dates are wrong: ${chain}`,
    );
  const remedy = untrusted[name] ?? "give the authority's certificate as tls.ca";
  return failure(about, `not trusted here (${name}): ${chain}`, capitalised(remedy));
}

function chainOf(certificate: DetailedPeerCertificate): string {
  const names: string[] = [];
  const seen = new Set<string>();
  let each: DetailedPeerCertificate | undefined = certificate;
  while (each && !seen.has(each.fingerprint256)) {
    seen.add(each.fingerprint256);
    names.push(commonName(each));
    each = each.issuerCertificate;
  }
  return names.join(', signed by ');
}

function commonName({ subject }: DetailedPeerCertificate): string {
  const name = subject?.CN ?? subject?.O ?? 'a certificate without a name';
  return Array.isArray(name) ? name.join(' ') : name;
}

function nameFinding(host: string, certificate: DetailedPeerCertificate): DoctorFinding {
  const wrong = checkServerIdentity(host, certificate);
  const names = (certificate.subjectaltname ?? 'no name').replaceAll('DNS:', '');
  return wrong
    ? failure(
        about,
        `it is not for ${host}, but for ${names}`,
        'Write the name that it is for in baseUrl, or get a certificate for this name.',
      )
    : ok(about, `it is for ${host}`);
}

/** The finding about a certificate's dates. `now` is in epoch milliseconds. */
export function endFinding(
  { valid_from, valid_to }: Pick<DetailedPeerCertificate, 'valid_from' | 'valid_to'>,
  now: number,
): DoctorFinding {
  const day = (text: string) => new Date(text).toISOString().slice(0, 10);
  const left = Math.floor((Date.parse(valid_to) - now) / dayMs);
  if (Date.parse(valid_from) > now)
    return failure(
      about,
      `it is valid only from ${day(valid_from)} on`,
      "Check that this machine's clock is right; the server needs a certificate that is valid now.",
    );
  if (Date.parse(valid_to) < now)
    return failure(about, `it ended on ${day(valid_to)}`, 'The server needs a new one.');
  const said = `valid until ${day(valid_to)}, ${left} ${left === 1 ? 'day' : 'days'} from now`;
  return left < soonDays ? warning(about, said, 'Have it renewed in time.') : ok(about, said);
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
