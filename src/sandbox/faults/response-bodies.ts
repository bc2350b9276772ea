import { nestedDetails } from '../nested-details.js';
import { changeGrant, type Fault, withMembers, withoutMember } from './fault.js';

/** The longest message of the standard (ASPI, responseMessage), and one character more. */
const tooLong = 151;

/** Sets members of a grant. */
function sends(
  name: string,
  title: string,
  trips: string,
  members: Readonly<Record<string, unknown>>,
): Fault {
  return {
    name,
    title,
    trips: [`token-b2b/response/${trips}`],
    apply: (policy) => changeGrant(policy, (answer) => withMembers(answer, members)),
  };
}

/** What is wrong with the body of a grant as a whole, and with the types of its members. */
export const responseBodyFaults: readonly Fault[] = [
  {
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
    name: 'details-too-deep',
    title: 'adds details to a grant, nested more deeply than JSON parsers read',
    trips: ['token-b2b/response/body-json'],
    apply: (policy) =>
      changeGrant(policy, (answer) => withMembers(answer, { details: nestedDetails(200) })),
  },
  {
    name: 'token-under-a-name-of-its-own',
    title: 'names the token just token',
    trips: ['token-b2b/response/access-token-present'],
    apply: (policy) =>
      changeGrant(policy, (answer) =>
        withMembers(withoutMember(answer, 'accessToken'), { token: answer.body['accessToken'] }),
      ),
  },
  sends('empty-token', 'gives an empty token', 'access-token-present', { accessToken: '' }),
  sends('token-as-number', 'gives a number for a token', 'access-token-present', {
    accessToken: 4_711_000_815,
  }),
  sends('token-type-as-number', 'sends the number of a token type', 'token-type', { tokenType: 1 }),
  sends(
    'success-message-as-number',
    'sends a number as responseMessage of a grant',
    'response-message',
    {
      responseMessage: 200,
    },
  ),
  sends(
    'success-message-too-long',
    'fills responseMessage of a grant up to 151 characters',
    'response-message',
    { responseMessage: 'Successful'.padEnd(tooLong, '.') },
  ),
  {
    name: 'padding-for-a-token',
    title: 'gives of a token the padding alone',
    trips: ['token-b2b/response/access-token-charset'],
    apply: (policy) => {
      let grants = 0;
      let first: string | undefined;
      return {
        ...policy,
        // An odd number to one client, an even one to the others, so that no two have the same.
        issue: async ({ client }) => {
          first ??= client.clientId;
          grants += 1;
          return '='.repeat(2 * (grants % 3) + (client.clientId === first ? 1 : 2));
        },
      };
    },
  },
];
