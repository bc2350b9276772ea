import { withMembers } from '../../answers/change-answer.js';
import { filledMessage, longestMessage } from '../../answers/filled-message.js';
import { changeTokenGrant } from '../../policies/change-policy.js';
import type { TokenFault } from '../fault.js';

/** Sets members of a grant. */
function sends(
  name: string,
  title: string,
  trips: string,
  members: Readonly<Record<string, unknown>>,
): TokenFault {
  return {
    name,
    title,
    trips: [`response/${trips}`],
    apply: (policy) => changeTokenGrant(policy, (answer) => withMembers(answer, members)),
  };
}

/** What is wrong with the types and lengths of a grant's members, in either token service. */
export const tokenResponseTypeFaults: readonly TokenFault[] = [
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
    { responseMessage: filledMessage('Successful', longestMessage + 1) },
  ),
];
