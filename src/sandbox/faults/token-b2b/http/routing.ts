import { decodeSignature } from '../../../../protocol/signature.js';
import { parseTimestamp } from '../../../../protocol/timestamp.js';
import { withoutHeader } from '../../../answers/change-answer.js';
import { refuse } from '../../../answers/refuse.js';
import {
  alsoRefuse,
  changeGrant,
  changeRefusal,
  letPass,
} from '../../../policies/change-policy.js';
import type { TokenB2bPolicy } from '../../../token-b2b/policy.js';
import { tokenB2bGrantAnswer } from '../../../token-b2b/service.js';
import { opaqueToken } from '../../../tokens/issue.js';
import type { TokenAttempt } from '../../../tokens/policy.js';
import type { TokenB2bFault } from '../../fault.js';

/** How many things are wrong with a request; what is absent doesn't count. */
function defects({ steps }: TokenB2bPolicy, attempt: TokenAttempt): number {
  const { header, clients } = attempt;
  const timestamp = header('X-TIMESTAMP');
  const clientId = header('X-CLIENT-KEY');
  const signature = header('X-SIGNATURE');
  const content = (['contentType', 'body', 'grantType'] as const).some((name) =>
    steps[name](attempt),
  );
  return [
    timestamp !== undefined && !parseTimestamp(timestamp).ok,
    clientId !== undefined && !clients.has(clientId),
    signature !== undefined && decodeSignature(signature, 'base64') === undefined,
    content,
  ].filter(Boolean).length;
}

/** What is wrong with the handling of HTTP itself. */
export const httpFaults: readonly TokenB2bFault[] = [
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
    name: 'refuses-chunked-bodies',
    title: 'reads as many bytes as Content-Length says, and none from a chunked body',
    trips: ['token-b2b/http/accepts-chunked-body'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        /\bchunked\b/i.test(header('Transfer-Encoding') ?? '')
          ? { faultClass: 'malformed-body' }
          : undefined,
      ),
  },
  {
    service: 'token-b2b',
    name: 'accept-compared-as-text',
    title: 'compares Accept with application/json as text and refuses lists, ranges and weights',
    trips: ['token-b2b/http/accepts-accept-variants'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        ['*/*', 'application/json'].includes(header('Accept') ?? '*/*')
          ? undefined
          : { faultClass: 'malformed-body' },
      ),
  },
  {
    service: 'token-b2b',
    name: 'refuses-connection-close',
    title: 'refuses a request whose client wants the connection closed after it',
    trips: ['token-b2b/http/accepts-connection-modes'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        /\bclose\b/i.test(header('Connection') ?? '')
          ? { faultClass: 'malformed-body' }
          : undefined,
      ),
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
  {
    service: 'token-b2b',
    name: 'refuses-expectations',
    title: 'refuses a request that waits for 100 Continue before it sends its body',
    trips: ['token-b2b/http/accepts-expect-continue'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        header('Expect') === undefined ? undefined : { faultClass: 'malformed-body' },
      ),
  },
  {
    service: 'token-b2b',
    name: 'compresses-unasked',
    title: 'sends gzip to a client that accepts identity alone',
    trips: ['token-b2b/http/accepts-accept-encodings'],
    apply: (policy) =>
      changeGrant(policy, (answer) => ({
        ...answer,
        transport: { ...answer.transport, gzip: 'always' },
      })),
  },
  {
    service: 'token-b2b',
    name: 'breaks-off-at-disorder',
    title: 'breaks the connection off where two things are wrong at once',
    trips: ['token-b2b/http/robustness'],
    apply: (policy) =>
      changeRefusal(policy, (answer, { faultClass }, attempt) =>
        faultClass === 'path' || faultClass === 'method' || defects(policy, attempt) < 2
          ? answer
          : { ...answer, transport: { ...answer.transport, cut: true } },
      ),
  },
  {
    service: 'token-b2b',
    name: 'fails-open',
    title: 'grants where two things are wrong at once: its error handler trips over the second',
    trips: ['token-b2b/http/robustness'],
    apply: (policy) =>
      changeRefusal(policy, (answer, { faultClass }, attempt) => {
        const [client] = attempt.clients.values();
        if (!client || faultClass === 'path' || faultClass === 'method') return answer;
        if (defects(policy, attempt) < 2) return answer;
        const grant = { client, seconds: policy.seconds, now: attempt.now };
        return tokenB2bGrantAnswer(policy.settings, grant, opaqueToken());
      }),
  },
];
