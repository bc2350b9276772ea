import { formatTimestamp } from '../../protocol/timestamp.js';
import { withHeaders, withMembers, withoutMember } from '../answers/change-answer.js';
import { changeGrants, changeRefusal } from '../policies/change-policy.js';
import { throttle } from '../policies/throttle.js';
import { opaqueToken } from '../tokens/issue.js';
import { edgeVariations } from './at-the-edge.js';
import { answerVariations } from './of-answers.js';
import { documentVariations } from './of-documents.js';
import { signingVariations } from './of-signing.js';
import { tokenVariations } from './of-tokens.js';
import { changeAll, sendsBy, sendsHeaders, type Variation } from './variation.js';

export type { Variation } from './variation.js';

/** Writes `Unauthorized. Signature` as `Unauthorized [Signature]`, and fields in brackets too. */
function bracketed(message: unknown): string {
  return String(message)
    .replace(/^Unauthorized\. (.+)$/, 'Unauthorized [$1]')
    .replace(/^(Invalid (?:Mandatory Field|Field Format)) (.+)$/, '$1 [$2]');
}

/** Every variation: the sandbox conforms with any of them as it does without. */
export const variations: readonly Variation[] = [
  {
    name: 'opaque-token',
    title: 'gives tokens of 64 random hexadecimal digits',
    applyToTokenB2b: (policy) => ({ ...policy, issue: async () => opaqueToken() }),
  },
  sendsBy('gzip', 'compresses answers if the client accepts gzip', { gzip: true }),
  sendsBy('chunked-answer', 'sends answers in chunks, without Content-Length', { chunked: true }),
  {
    name: 'lower-case-header-names',
    title: 'writes header names in lower case',
    apply: (policy) =>
      changeAll(policy, (answer) => ({
        ...answer,
        headers: Object.fromEntries(
          Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), value]),
        ),
      })),
  },
  {
    name: 'pretty-json',
    title: 'writes JSON over several lines',
    apply: (policy) =>
      changeAll(policy, (answer) => ({
        ...answer,
        serialise: (body) => `${JSON.stringify(body, undefined, 2)}\n`,
      })),
  },
  {
    name: 'extra-members',
    title: 'adds members that the document does not name',
    apply: (policy) =>
      changeAll(policy, (answer) =>
        withMembers(answer, { referenceNo: '2020102977770000000009', details: { node: 'b' } }),
      ),
  },
  {
    name: 'reversed-members',
    title: 'writes the members in another order',
    apply: (policy) =>
      changeAll(policy, (answer) => ({
        ...answer,
        body: Object.fromEntries(Object.entries(answer.body).reverse()),
      })),
  },
  {
    name: 'no-additional-info',
    title: 'leaves additionalInfo out',
    apply: (policy) => changeGrants(policy, (answer) => withoutMember(answer, 'additionalInfo')),
  },
  sendsHeaders('charset', 'names the charset in Content-Type', {
    'Content-Type': 'application/json; charset=utf-8',
  }),
  sendsBy('slow', 'answers after some milliseconds', { delayMs: 5 }),
  sendsBy('connection-close', 'closes the connection after each answer, and says so', {
    close: true,
  }),
  {
    name: 'bracketed-messages',
    title: 'writes what varies in a message in brackets',
    apply: (policy) =>
      changeRefusal(policy, (answer) =>
        withMembers(answer, { responseMessage: bracketed(answer.body['responseMessage']) }),
      ),
  },
  sendsBy('other-reason-phrase', 'sends a reason phrase of its own after the status', {
    reason: 'Selesai',
  }),
  {
    name: 'utc-timestamp-header',
    title: 'writes X-TIMESTAMP of its answers in UTC with a Z',
    apply: (policy) =>
      changeAll(policy, (answer, now) =>
        withHeaders(answer, { 'X-TIMESTAMP': formatTimestamp(now, 'utc') }),
      ),
  },
  sendsHeaders('extra-headers', 'adds headers of its framework and its proxy', {
    'X-Request-Id': '0b7f5a8e-7a2c-4f43-8f0c-2a3b5d1c9e77',
    'Strict-Transport-Security': 'max-age=31536000',
    Vary: 'Accept-Encoding',
  }),
  sendsHeaders('sets-cookie', 'sets a cookie for its load balancer', {
    'Set-Cookie': 'node=b; Path=/; HttpOnly',
  }),
  {
    name: 'throttled',
    title: 'answers 429 now and then, and says when to come again',
    apply: throttle,
  },
  sendsBy('undated', 'has no clock that it trusts: no Date header', { undated: true }),
  ...answerVariations,
  ...documentVariations,
  ...edgeVariations,
  ...signingVariations,
  ...tokenVariations,
];
