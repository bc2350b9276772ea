import { randomBytes } from 'node:crypto';
import { formatTimestamp } from '../../../protocol/timestamp.js';
import {
  withHeaders,
  withMembers,
  withoutHeader,
  withoutMember,
} from '../../answers/change-answer.js';
import { changeTokenGrant } from '../../policies/change-policy.js';
import type { TokenFault } from '../fault.js';

/** What is wrong with the answer that carries a token, in either token service. */
export const tokenResponseFaults: readonly TokenFault[] = [
  {
    name: 'answers-created',
    title: 'answers a grant with HTTP 201, taking the token for a resource that was created',
    trips: ['response/status'],
    apply: (policy) => changeTokenGrant(policy, (answer) => ({ ...answer, status: 201 })),
  },
  {
    name: 'grant-as-plain-text',
    title: 'sends the JSON of a grant as text/plain',
    trips: ['response/content-type'],
    apply: (policy) =>
      changeTokenGrant(policy, (answer) => withHeaders(answer, { 'Content-Type': 'text/plain' })),
  },
  {
    name: 'byte-order-mark',
    title: 'begins the body of a grant with a byte order mark',
    trips: ['response/body-json'],
    apply: (policy) =>
      changeTokenGrant(policy, (answer) => ({
        ...answer,
        serialise: (body) => `\uFEFF${answer.serialise(body)}`,
      })),
  },
  {
    name: 'member-twice',
    title: 'writes tokenType twice, once from the entity and once from its parent',
    trips: ['response/unique-keys'],
    apply: (policy) =>
      changeTokenGrant(policy, (answer) => ({
        ...answer,
        serialise: (body) =>
          answer
            .serialise(body)
            .replace('{', () => `{"tokenType":${JSON.stringify(body['tokenType'])},`),
      })),
  },
  {
    name: 'success-code-of-another-case',
    title: 'answers a grant with a responseCode whose case is 01',
    trips: ['response/response-code'],
    apply: (policy) =>
      changeTokenGrant(policy, (answer) =>
        withMembers(answer, { responseCode: `200${policy.settings.serviceCode}01` }),
      ),
  },
  {
    name: 'empty-success-message',
    title: 'leaves responseMessage of a grant empty',
    trips: ['response/response-message'],
    apply: (policy) =>
      changeTokenGrant(policy, (answer) => withMembers(answer, { responseMessage: '' })),
  },
  {
    name: 'token-under-its-oauth-name',
    title: 'names the token access_token, as OAuth does',
    trips: ['response/access-token-present'],
    apply: (policy) =>
      changeTokenGrant(policy, (answer) =>
        withMembers(withoutMember(answer, 'accessToken'), {
          access_token: answer.body['accessToken'],
        }),
      ),
  },
  {
    name: 'token-too-long',
    title: 'gives tokens longer than the document allows',
    trips: ['response/access-token-length'],
    apply: (policy) => ({
      ...policy,
      issue: () => {
        const length = policy.settings.success.tokenMaxLength + 1;
        return Promise.resolve(randomBytes(length).toString('hex').slice(0, length));
      },
    }),
  },
  {
    name: 'token-with-its-scheme',
    title: 'puts the scheme into the token: "Bearer " and a space come first',
    trips: ['response/access-token-charset'],
    apply: (policy) => ({
      ...policy,
      issue: async (grant: never) => `Bearer ${await policy.issue(grant)}`,
    }),
  },
  {
    name: 'no-token-type',
    title: 'leaves tokenType out',
    trips: ['response/token-type'],
    apply: (policy) => changeTokenGrant(policy, (answer) => withoutMember(answer, 'tokenType')),
  },
  {
    name: 'token-type-of-its-own',
    title: 'names a token type that no document has: Token',
    trips: ['response/token-type'],
    apply: (policy) =>
      changeTokenGrant(policy, (answer) => withMembers(answer, { tokenType: 'Token' })),
  },
  {
    name: 'token-type-in-lower-case',
    title: 'spells the token type bearer',
    trips: ['response/token-type-spelling'],
    apply: (policy) =>
      changeTokenGrant(policy, (answer) => withMembers(answer, { tokenType: 'bearer' })),
  },
  {
    name: 'additional-info-as-text',
    title: 'sends additionalInfo as an empty string although an object is documented',
    trips: ['response/additional-info'],
    apply: (policy) =>
      changeTokenGrant(policy, (answer) => withMembers(answer, { additionalInfo: '' })),
  },
  {
    name: 'grant-without-timestamp',
    title: 'leaves X-TIMESTAMP out of the answer to a grant',
    trips: ['response/timestamp-header'],
    apply: (policy) => changeTokenGrant(policy, (answer) => withoutHeader(answer, 'X-TIMESTAMP')),
  },
  {
    name: 'grant-timestamp-with-space',
    title: 'prints X-TIMESTAMP of a grant with a space in place of the T',
    trips: ['response/timestamp-header-format'],
    apply: (policy) =>
      changeTokenGrant(policy, (answer) =>
        withHeaders(answer, {
          'X-TIMESTAMP': (answer.headers['X-TIMESTAMP'] ?? '').replace('T', ' '),
        }),
      ),
  },
  {
    name: 'grant-timestamp-with-milliseconds',
    title: 'prints X-TIMESTAMP of a grant with milliseconds, which its document does not have',
    trips: ['response/timestamp-header-format'],
    apply: (policy) =>
      changeTokenGrant(policy, (answer, { now }) =>
        withHeaders(answer, { 'X-TIMESTAMP': formatTimestamp(now, 'offset-millis') }),
      ),
  },
  {
    name: 'grant-timestamp-an-hour-off',
    title: 'prints X-TIMESTAMP of a grant an hour behind its own Date header',
    trips: ['response/timestamp-header-now'],
    apply: (policy) =>
      changeTokenGrant(policy, (answer, { now }) =>
        withHeaders(answer, {
          'X-TIMESTAMP': formatTimestamp(
            now - 3_600_000,
            policy.settings.success.headers.timestampForms[0],
          ),
        }),
      ),
  },
  {
    name: 'grant-timestamp-five-minutes-off',
    title: 'prints X-TIMESTAMP of a grant five minutes and a second behind its own Date header',
    trips: ['response/timestamp-header-now'],
    apply: (policy) =>
      changeTokenGrant(policy, (answer, { now }) =>
        withHeaders(answer, {
          Date: new Date(now).toUTCString(),
          'X-TIMESTAMP': formatTimestamp(
            now - 301_000,
            policy.settings.success.headers.timestampForms[0],
          ),
        }),
      ),
  },
  {
    name: 'client-key-in-lower-case',
    title: "echoes the client's id in lower case",
    trips: ['response/client-key-header'],
    apply: (policy) =>
      changeTokenGrant(policy, (answer, { client }) =>
        withHeaders(answer, { 'X-CLIENT-KEY': client.clientId.toLowerCase() }),
      ),
  },
  {
    name: 'grant-may-be-stored',
    title: 'lets caches keep the answer: no Cache-Control',
    trips: ['response/cache-control'],
    apply: (policy) => changeTokenGrant(policy, (answer) => withoutHeader(answer, 'Cache-Control')),
  },
];
