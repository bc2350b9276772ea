import { withoutHeader } from '../../../answers/change-answer.js';
import { refuse } from '../../../answers/refuse.js';
import { changeRefusal, letPass, refuseFirst } from '../../../policies/change-policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** What is wrong with how methods and paths are routed. */
export const tokenB2bRoutingFaults: readonly TokenB2bFault[] = [
  {
    service: 'token-b2b',
    name: 'takes-put-and-patch',
    title: 'routes PUT and PATCH to the same handler as POST',
    trips: ['token-b2b/http/refuses-other-methods'],
    apply: (policy) =>
      letPass(policy, ['method'], ({ received }) => ['PUT', 'PATCH'].includes(received.method)),
  },
  {
    service: 'token-b2b',
    name: 'no-allow-header',
    title: 'answers 405 without saying which methods there are',
    trips: ['token-b2b/http/other-methods-allow'],
    apply: (policy) =>
      changeRefusal(policy, (answer) => withoutHeader(answer, 'Allow'), ['method']),
  },
  {
    service: 'token-b2b',
    name: 'matches-path-by-prefix',
    title: 'routes whatever begins with its path to the token service',
    trips: ['token-b2b/http/refuses-other-paths'],
    apply: (policy) =>
      letPass(policy, ['path'], ({ received }) => received.path.startsWith(policy.settings.path)),
  },
  {
    service: 'token-b2b',
    name: 'former-path-switched-off',
    title: 'has switched a former path off that its document still has',
    trips: ['token-b2b/http/accepts-other-paths'],
    overrides: { 'token-b2b': { path: ['/v1.0/access-token/b2b', '/v1/access-token/b2b'] } },
    apply: (policy) => {
      const { path } = policy.settings;
      const gone = { faultClass: 'path' } as const;
      return refuseFirst(policy, ({ received }) => (received.path === path ? undefined : gone));
    },
  },
  {
    service: 'token-b2b',
    name: 'answers-at-any-path',
    title: 'has its handler behind every path of its host',
    trips: ['token-b2b/http/refuses-other-paths'],
    apply: (policy) => letPass(policy, ['path'], () => true),
  },
  {
    service: 'token-b2b',
    name: 'welcome-page-everywhere',
    title: 'shows a welcome page where there is nothing, with HTTP 200',
    trips: ['token-b2b/http/unknown-path-not-found'],
    apply: (policy) =>
      changeRefusal(
        policy,
        (answer) => ({
          ...answer,
          status: 200,
          headers: { 'Content-Type': 'text/html' },
          serialise: () => '<html><body><h1>Welcome</h1></body></html>',
        }),
        ['path'],
      ),
  },
  {
    service: 'token-b2b',
    name: 'unknown-paths-are-bad-requests',
    title: 'answers 400 where there is nothing',
    trips: ['token-b2b/http/unknown-path-not-found'],
    apply: (policy) =>
      changeRefusal(
        policy,
        (_answer, _refusal, { now }) =>
          refuse(policy.settings, { faultClass: 'malformed-body' }, now),
        ['path'],
      ),
  },
];
