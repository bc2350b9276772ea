import { type Message, say } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import type { NoAnswerKind } from '../http/wire.js';
import type { TargetPlan } from '../plan/plan.js';
import type { Observed } from '../session/observed.js';
import type { ServiceId } from '../session/service.js';
import type { Session } from '../session/session.js';
import { droppedHeader } from './dropped-header.js';

/** Likely causes of a control without success, most likely first, each with what to look at. */
export function controlCauses<S extends ServiceId>(
  observed: Observed<S>,
  session: Session<S>,
): Message[] {
  const { answer, sent } = observed;
  if (sent.noAnswer) return causesOfSilence(sent.noAnswer.kind, session.target);
  if (!answer) return [];
  if (answer.status === 405)
    return [say('run/causes/another-service', { path: sent.request.path })];
  if (answer.status >= 300 && answer.status < 400) return [say('run/causes/redirects')];
  const dropped = droppedHeader(observed);
  const causes = [
    ...(dropped === undefined ? [] : causesOfDropping(dropped)),
    ...session.service.adapter.causes(observed, session),
  ];
  if (session.target.role === 'merchant' && (answer.status === 401 || answer.status === 403))
    causes.push(say('run/causes/not-the-merchants-provider'));
  if (answer.mediaType !== 'application/json')
    causes.push(say('run/causes/something-before-the-service'));
  if (answer.status >= 500) causes.push(say('run/causes/internal-error'));
  return distinct(causes);
}

/** Something between took out a header that was sent: what is known to do so, and how to let it through. */
function causesOfDropping(header: string): Message[] {
  return [
    say('run/causes/header-dropped', { header }),
    say('run/causes/header-dropped-by-nginx', { header }),
    say('run/causes/header-dropped-by-apache', { header }),
    say('run/causes/header-dropped-by-gateway', { header }),
  ];
}

/** Each message once, where it comes first. */
export function distinct(messages: readonly Message[]): Message[] {
  return [...new Map(messages.map((message) => [render(message), message])).values()];
}

function causesOfSilence(kind: NoAnswerKind, { baseUrl, tls, proxy }: TargetPlan): Message[] {
  switch (kind) {
    case 'refused':
      return [
        say('run/causes/no-server', { url: baseUrl }),
        say('run/causes/wrong-port'),
        say('run/causes/firewall-refuses'),
      ];
    case 'proxy':
      return [
        say('run/causes/proxy-credentials', { from: proxy?.from ?? '' }),
        say('run/causes/proxy-rules'),
        say('run/causes/behind-proxy-down'),
      ];
    case 'dns':
      return [say('run/causes/host-mistyped'), say('run/causes/name-not-resolved')];
    case 'tls':
      return [
        say('run/causes/certificate-not-trusted'),
        say('run/causes/client-certificate'),
        say('run/causes/schemes-mixed-up'),
      ];
    case 'timeout':
      return [say('run/causes/firewall-drops'), say('run/causes/too-slow')];
    case 'rate-limited':
      return [say('run/causes/rate-limited')];
    case 'reset':
      return [
        // From TLS 1.3 on a missing client certificate shows as a connection that is cut.
        ...(baseUrl.startsWith('https:') && tls.cert === undefined && tls.pfx === undefined
          ? [say('run/causes/client-certificate')]
          : []),
        say('run/causes/not-http'),
        say('run/causes/firewall-cuts'),
      ];
    case 'unavailable':
      return [say('run/causes/down')];
    default:
      return [say('run/causes/not-http')];
  }
}
