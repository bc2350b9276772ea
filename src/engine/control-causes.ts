import type { Observed, Session } from './session.js';

/** Likely causes of a control without success, most likely first, each with what to look at. */
export function controlCauses({ answer, sent }: Observed, session: Session): string[] {
  if (sent.noAnswer) return causesOfSilence(sent.noAnswer.kind, session);
  if (!answer) return [];
  const { path } = session.settings;
  if (answer.status === 404) {
    return [
      `the path ${path} of profile ${session.target.profile.name} is not the target's: check baseUrl (its path is kept as a prefix) and the profile`,
    ];
  }
  if (answer.status === 405)
    return [`another service answers at ${path}: check baseUrl and the profile`];
  if (answer.status >= 300 && answer.status < 400) {
    return [
      'the target redirects, which a token request must not follow: check scheme, host and trailing slash of baseUrl',
    ];
  }
  const message = String(answer.members?.['responseMessage'] ?? '').toLowerCase();
  const causes: string[] = [];
  const add = (cause: string) => {
    if (!causes.includes(cause)) causes.push(cause);
  };
  const unknownClient = `the client id ${session.signer.clientId} is not registered at this target, or for another environment`;
  const wrongKey =
    'the public key registered for this client is not the one of the configured private key';
  if (message.includes('client') || message.includes('key not found')) add(unknownClient);
  if (message.includes('signature') || message.includes('stringtosign')) add(wrongKey);
  if (message.includes('timestamp')) {
    add(
      `the target takes another form of X-TIMESTAMP than profile ${session.target.profile.name} says: ${session.settings.timestamp.accept.join(', ')}`,
    );
    add("the target's clock differs from this machine's");
  }
  if (message.includes('grant'))
    add(
      `the target asks for another grant type than ${session.settings.grantType.member}: ${session.settings.grantType.value}`,
    );
  if (answer.status === 401 || answer.status === 403) {
    add(wrongKey);
    add(unknownClient);
    add("the address of this machine is not on the target's list of allowed addresses");
  }
  if (answer.mediaType !== 'application/json')
    add(
      'what answers is not the SNAP service but something before it: a proxy, a firewall, a login page',
    );
  if (answer.status >= 500) add('the target has an internal error: its own log tells more');
  return causes;
}

function causesOfSilence(kind: string, session: Session): string[] {
  const { baseUrl } = session.target;
  switch (kind) {
    case 'refused':
      return [
        `no server is running at ${baseUrl}`,
        'the port in baseUrl is wrong',
        'a firewall refuses the connection',
      ];
    case 'dns':
      return [
        'the host name in baseUrl is mistyped',
        'this machine has no name resolution for it (VPN?)',
      ];
    case 'tls':
      return [
        "the target's certificate isn't trusted here: give its authority as tls.ca",
        'the target asks for a client certificate: give tls.cert and tls.key',
        'http and https are mixed up in baseUrl',
      ];
    case 'timeout':
      return [
        'a firewall drops the packets, or this address is not on the list of allowed ones',
        'the target is slower than limits.timeoutMs',
      ];
    case 'rate-limited':
      return ['the target limits requests: lower limits.rate'];
    case 'reset':
      return [
        // From TLS 1.3 on a missing client certificate shows as a connection that is cut.
        ...(session.target.baseUrl.startsWith('https:') && session.target.tls.cert === undefined
          ? ['the target asks for a client certificate: give tls.cert and tls.key']
          : []),
        'what listens at baseUrl is not an HTTP server, or http and https are mixed up',
        'a firewall cuts the connection',
      ];
    case 'unavailable':
      return ['the target is down, or a gateway before it has no server to pass requests to'];
    default:
      return ['what listens at baseUrl is not an HTTP server, or http and https are mixed up'];
  }
}
