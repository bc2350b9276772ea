import { decodeSignature } from '../../../../protocol/signature.js';
import { parseTimestamp } from '../../../../protocol/timestamp.js';
import { refuse } from '../../../answers/refuse.js';
import { grantAnswer } from '../../../token-b2b/grant.js';
import type { Attempt, Policy } from '../../../token-b2b/policy.js';
import { opaqueToken } from '../../../tokens/issue.js';
import {
  alsoRefuse,
  changeGrant,
  changeRefusal,
  type Fault,
  letPass,
  withoutHeader,
} from '../../fault.js';

/** How many things are wrong with a request; what is absent doesn't count. */
function defects({ steps }: Policy, attempt: Attempt): number {
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
export const httpFaults: readonly Fault[] = [
  {
    name: 'takes-put-and-patch',
    title: 'routes PUT and PATCH to the same handler as POST',
    trips: ['token-b2b/http/refuses-other-methods'],
    apply: (policy) =>
      letPass(policy, ['method'], ({ received }) => ['PUT', 'PATCH'].includes(received.method)),
  },
  {
    name: 'no-allow-header',
    title: 'answers 405 without saying which methods there are',
    trips: ['token-b2b/http/other-methods-allow'],
    apply: (policy) =>
      changeRefusal(policy, (answer) => withoutHeader(answer, 'Allow'), ['method']),
  },
  {
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
    name: 'matches-path-by-prefix',
    title: 'routes whatever begins with its path to the token service',
    trips: ['token-b2b/http/refuses-other-paths'],
    apply: (policy) =>
      letPass(policy, ['path'], ({ received }) => received.path.startsWith(policy.settings.path)),
  },
  {
    name: 'answers-at-any-path',
    title: 'has its handler behind every path of its host',
    trips: ['token-b2b/http/refuses-other-paths'],
    apply: (policy) => letPass(policy, ['path'], () => true),
  },
  {
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
    name: 'refuses-expectations',
    title: 'refuses a request that waits for 100 Continue before it sends its body',
    trips: ['token-b2b/http/accepts-expect-continue'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        header('Expect') === undefined ? undefined : { faultClass: 'malformed-body' },
      ),
  },
  {
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
    name: 'fails-open',
    title: 'grants where two things are wrong at once: its error handler trips over the second',
    trips: ['token-b2b/http/robustness'],
    apply: (policy) =>
      changeRefusal(policy, (answer, { faultClass }, attempt) => {
        const [client] = attempt.clients.values();
        if (!client || faultClass === 'path' || faultClass === 'method') return answer;
        if (defects(policy, attempt) < 2) return answer;
        const grant = { client, seconds: policy.seconds, now: attempt.now };
        return grantAnswer(policy.settings, grant, opaqueToken());
      }),
  },
];
