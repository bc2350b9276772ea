import type { DocumentedClass } from '../../protocol/fault-classes.js';
import { formatTimestamp } from '../../protocol/timestamp.js';
import { withHeaders, withMembers } from '../answers/change-answer.js';
import type { Received } from '../answers/received.js';
import type { RefusalSettings } from '../answers/refuse.js';
import type { SandboxAnswer } from '../answers/sandbox-answer.js';
import { changeGrant, changeRefusal, refuseFirst } from '../policies/change-policy.js';
import { failGrants } from '../policies/fail-grants.js';
import type { AnyPolicy } from '../policies/policy.js';
import { throttle } from '../policies/throttle.js';
import { changeAll, sendsHeaders, type Variation } from './variation.js';

/** Refuses with another answer that its document gives for a fault class: the second, or the last. */
function refusesWith(name: string, title: string, at: 1 | -1): Variation {
  const answerOf = ({ settings }: AnyPolicy, faultClass: DocumentedClass) => {
    const documented = (settings.answers as RefusalSettings['answers'])[faultClass];
    if (documented === undefined || documented === 'unspecified') return undefined;
    return documented.at(at) ?? documented[0];
  };
  return {
    name,
    title,
    apply: (policy) =>
      changeRefusal(policy, (answer, { faultClass, field = 'request' }) => {
        const other = answerOf(policy, faultClass as DocumentedClass);
        if (!other) return answer;
        const responseMessage = other.message.replace('{field}', () => field);
        return {
          ...withMembers(answer, { responseCode: other.code, responseMessage }),
          status: other.status === 'unspecified' ? answer.status : other.status,
        };
      }),
  };
}

/** In characters: longer than all headers of a valid request together. */
const longHeaders = 4096;

/** The HTTP status with which a proxy or an HTTP parser refuses by itself, before the service is asked. */
function refusedBefore({
  received,
}: {
  received: { rawHeaders: readonly string[]; tooLarge: boolean };
}) {
  const names = received.rawHeaders.filter((_, index) => index % 2 === 0);
  const lowered = names.map((name) => name.toLowerCase());
  if (received.tooLarge) return 413;
  if (received.rawHeaders.join('').length > longHeaders) return 431;
  return new Set(lowered).size < lowered.length ? 400 : undefined;
}

function isChunked({ headers }: Received): boolean {
  return headers['transfer-encoding'] !== undefined;
}

/** A proxy's own page in place of the answer. */
function pageOf(answer: SandboxAnswer, status: number): SandboxAnswer {
  return {
    ...answer,
    status,
    headers: { 'Content-Type': 'text/html' },
    serialise: () => `<html><body><h1>${status}</h1></body></html>`,
  };
}

/** Minutes by which a server's clock may be wrong before its window makes it refuse. */
const wrongBy = 10;

/** Answers that look different from the sandbox's own, or that something else sends. */
export const answerVariations: readonly Variation[] = [
  refusesWith(
    'second-documented-answer',
    'refuses with the second answer that its document gives',
    1,
  ),
  refusesWith('last-documented-answer', 'refuses with the last answer that its document gives', -1),
  {
    name: 'helpful-messages',
    title: 'says after its message where to read on, over two lines',
    applyToTokenB2b: (policy) =>
      changeRefusal(policy, (answer) =>
        withMembers(answer, {
          responseMessage: `${String(answer.body['responseMessage'])}.\nLook at the guide (chapter:3)`,
        }),
      ),
  },
  {
    name: 'proxy-refuses',
    title:
      'has a proxy before it, which refuses large, long and doubled things with a page of its own',
    applyToTokenB2b: (policy) =>
      changeRefusal(policy, (answer, _refusal, attempt) => {
        const status = refusedBefore(attempt);
        return status === undefined ? answer : pageOf(answer, status);
      }),
  },
  {
    name: 'length-required',
    title: 'has a proxy before it that takes no chunked body, and asks for a length with 411',
    applyToTokenB2b: (policy) => {
      const refusing = refuseFirst(policy, ({ received }) =>
        isChunked(received) ? { faultClass: 'malformed-body' } : undefined,
      );
      return changeRefusal(refusing, (answer, _refusal, { received }) =>
        isChunked(received) ? pageOf(answer, 411) : answer,
      );
    },
  },
  {
    name: 'members-that-sound-alike',
    title: 'adds members whose names contain those of a token and of an error',
    applyToTokenB2b: (policy) => {
      const adding = (answer: SandboxAnswer) =>
        withMembers(answer, { accessTokenHint: 'none yet', noAccessToken: 'ask for one' });
      return changeGrant(changeAll(policy, adding), (answer) => withMembers(answer, { error: '' }));
    },
  },
  {
    name: 'one-stray-500',
    title: 'answers HTTP 500 to one valid request, once',
    apply: (policy) => failGrants(policy, (grant) => grant === 9),
  },
  {
    name: 'throttled-until-a-date',
    title: 'answers 429 now and then, and says with a date when to come again',
    apply: (policy) =>
      changeRefusal(
        throttle(policy),
        (answer, _refusal, { now }) =>
          withHeaders(answer, { 'Retry-After': new Date(now).toUTCString() }),
        ['throttled'],
      ),
  },
  sendsHeaders('identity-coding', 'says that its answers are not coded', {
    'Content-Encoding': 'identity',
  }),
  {
    name: 'wrong-clock',
    title: 'has a clock that is ten minutes ahead, in X-TIMESTAMP and in Date',
    applyToTokenB2b: (policy) =>
      changeAll(policy, (answer, now) => {
        const own = now + wrongBy * 60_000;
        return withHeaders(answer, {
          Date: new Date(own).toUTCString(),
          'X-TIMESTAMP': formatTimestamp(own, 'offset'),
        });
      }),
  },
];
