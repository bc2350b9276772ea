import { decodeSignature } from '../../protocol/signature.js';
import { parseTimestamp } from '../../protocol/timestamp.js';
import { grantAnswer } from '../grant.js';
import { opaqueToken } from '../issue.js';
import type { Attempt, Policy } from '../policy.js';
import type { Received } from '../received.js';
import {
  alsoRefuse,
  changeGrant,
  changeRefusal,
  type Fault,
  letPass,
  withoutHeader,
} from './fault.js';

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

/** Everything that tells two requests apart. */
function fingerprint({ rawHeaders, body }: Received): string {
  return `${rawHeaders.join('\n')}\n\n${body.toString('latin1')}`;
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
      alsoRefuse(policy, 'size', ({ header }) =>
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
      alsoRefuse(policy, 'size', ({ header }) =>
        ['*/*', 'application/json'].includes(header('Accept') ?? '*/*')
          ? undefined
          : { faultClass: 'malformed-body' },
      ),
  },
  {
    name: 'drops-repeated-request',
    title: 'breaks a connection on which the same request comes for the third time running',
    trips: ['token-b2b/http/accepts-connection-reuse'],
    apply: (policy) => {
      const last = new WeakMap<object, { request: string; times: number }>();
      return changeGrant(policy, (answer, _grant, received) => {
        const request = fingerprint(received);
        const before = last.get(received.connection);
        const times = before?.request === request ? before.times + 1 : 1;
        last.set(received.connection, { request, times });
        return times < 3 ? answer : { ...answer, transport: { ...answer.transport, drop: true } };
      });
    },
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
