import type { Text } from '../../messages/message.js';
import type { TargetPlan } from '../plan/plan.js';
import type { Observed } from '../session/observed.js';
import type { ServiceId } from '../session/service.js';
import type { Session } from '../session/session.js';

/** Likely causes of a control without success, most likely first, each with what to look at. */
export function controlCauses<S extends ServiceId>(
  observed: Observed<S>,
  session: Session<S>,
): Text[] {
  const { answer, sent } = observed;
  if (sent.noAnswer) return causesOfSilence(sent.noAnswer.kind, session.target);
  if (!answer) return [];
  if (answer.status === 405)
    return [`another service answers at ${sent.request.path}: check baseUrl and the profile`];
  if (answer.status >= 300 && answer.status < 400) {
    return [
      'the target redirects, which a signed request must not follow: check scheme, host and trailing slash of baseUrl',
    ];
  }
  const causes = session.service.adapter.causes(observed, session);
  if (session.target.role === 'merchant' && (answer.status === 401 || answer.status === 403))
    causes.push(
      "client in the config is not the provider as the merchant has it registered: the provider's id, the private key of its registered public key, the secret of both",
    );
  if (answer.mediaType !== 'application/json')
    causes.push(
      'what answers is not the SNAP service but something before it: a proxy, a firewall, a login page',
    );
  if (answer.status >= 500) causes.push('the target has an internal error: its own log tells more');
  return [...new Set(causes)];
}

function causesOfSilence(kind: string, { baseUrl, tls }: TargetPlan): string[] {
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
        ...(baseUrl.startsWith('https:') && tls.cert === undefined
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
