import { withMembers, withoutMember } from '../../answers/change-answer.js';
import { nestedDetails } from '../../answers/nested-details.js';
import { changeGrant } from '../../policies/change-policy.js';
import { ofTokenB2b, type TokenB2bFault } from '../fault.js';
import { tokenResponseFaults } from '../shared/token-response.js';
import { tokenResponseTypeFaults } from '../shared/token-response-types.js';

/** What is wrong with the answer to a granted request. */
export const tokenB2bResponseFaults: readonly TokenB2bFault[] = [
  ...tokenResponseFaults.map(ofTokenB2b),
  ...tokenResponseTypeFaults.map(ofTokenB2b),
  {
    service: 'token-b2b',
    name: 'grant-in-a-list',
    title: 'sends a grant as the only element of a list',
    trips: ['token-b2b/response/body-json'],
    apply: (policy) =>
      changeGrant(policy, (answer) => ({
        ...answer,
        serialise: (body) => JSON.stringify([body]),
      })),
  },
  {
    service: 'token-b2b',
    name: 'details-too-deep',
    title: 'adds details to a grant, nested more deeply than JSON parsers read',
    trips: ['token-b2b/response/body-json'],
    apply: (policy) =>
      changeGrant(policy, (answer) => withMembers(answer, { details: nestedDetails(200) })),
  },
  {
    service: 'token-b2b',
    name: 'token-under-a-name-of-its-own',
    title: 'names the token just token',
    trips: ['token-b2b/response/access-token-present'],
    apply: (policy) =>
      changeGrant(policy, (answer) =>
        withMembers(withoutMember(answer, 'accessToken'), { token: answer.body['accessToken'] }),
      ),
  },
  {
    service: 'token-b2b',
    name: 'padding-for-a-token',
    title: 'gives of a token the padding alone',
    trips: ['token-b2b/response/access-token-charset'],
    apply: (policy) => {
      let grants = 0;
      let first: string | undefined;
      return {
        ...policy,
        // One client gets an odd number, the others an even one, so that no two get the same.
        issue: async ({ client }) => {
          first ??= client.clientId;
          grants += 1;
          return '='.repeat(2 * (grants % 3) + (client.clientId === first ? 1 : 2));
        },
      };
    },
  },
];
