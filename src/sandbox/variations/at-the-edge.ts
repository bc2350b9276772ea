import { randomBytes } from 'node:crypto';
import { formatTimestamp } from '../../protocol/timestamp.js';
import { withHeaders, withMembers } from '../answers/change-answer.js';
import { filledMessage, longestMessage } from '../answers/filled-message.js';
import { nestedDetails } from '../answers/nested-details.js';
import { changeGrant, changeGrants, changeRefusal } from '../policies/change-policy.js';
import { noAnswers } from './no-answers.js';
import { changeAll, type Variation } from './variation.js';

function livesFor(name: string, title: string, seconds: number): Variation {
  return {
    name,
    title,
    overrides: { 'token-b2b': { success: { expiresIn: { seconds } } } },
    applyToTokenB2b: (policy) => policy,
  };
}

/** Values at the limit of what is allowed. */
export const edgeVariations: readonly Variation[] = [
  livesFor('a-day-long', 'gives tokens for a whole day, as its document says', 86_400),
  livesFor('a-second-long', 'gives tokens for one second, as its document says', 1),
  {
    name: 'jwt-a-second-longer',
    title: 'signs tokens that live a second longer than expiresIn says, for it rounds up',
    applyToTokenB2b: (policy) => ({
      ...policy,
      issue: (grant) => policy.issue({ ...grant, seconds: grant.seconds + 1 }),
    }),
  },
  {
    name: 'five-minutes-behind',
    title: 'prints X-TIMESTAMP of a grant five minutes behind its own Date header',
    applyToTokenB2b: (policy) =>
      changeGrant(policy, (answer, { now }) =>
        withHeaders(answer, {
          Date: new Date(now).toUTCString(),
          'X-TIMESTAMP': formatTimestamp(now - 300_000, 'offset'),
        }),
      ),
  },
  {
    name: 'clock-twenty-minutes-behind',
    title: 'dates its answers by a clock that is twenty minutes behind, in both headers',
    apply: (policy) =>
      changeAll(policy, (answer, now) =>
        withHeaders(answer, {
          Date: new Date(now - 1_200_000).toUTCString(),
          'X-TIMESTAMP': formatTimestamp(now - 1_200_000, 'offset'),
        }),
      ),
  },
  {
    name: 'longest-token',
    title: 'gives tokens as long as its document allows',
    applyToTokenB2b: (policy) => ({
      ...policy,
      issue: async () => randomBytes(policy.settings.success.tokenMaxLength / 2).toString('hex'),
    }),
  },
  {
    name: 'longest-messages',
    title: 'fills its messages up to 150 characters',
    applyToTokenB2b: (policy) => {
      const granting = changeGrant(policy, (answer) =>
        withMembers(answer, {
          responseMessage: filledMessage(answer.body['responseMessage'], longestMessage),
        }),
      );
      return changeRefusal(granting, (answer) =>
        withMembers(answer, {
          responseMessage: filledMessage(answer.body['responseMessage'], longestMessage),
        }),
      );
    },
  },
  {
    name: 'shortest-message',
    title: 'says no more than one letter in its messages, of which its document gives none',
    overrides: {
      'token-b2b': { answers: noAnswers('token-b2b') },
      'token-b2b2c': { answers: noAnswers('token-b2b2c') },
      transaction: { answers: noAnswers('transaction') },
    },
    apply: (policy) => {
      const granting = changeGrants(policy, (answer) =>
        withMembers(answer, { responseMessage: 'Y' }),
      );
      return changeRefusal(granting, (answer) => withMembers(answer, { responseMessage: 'N' }));
    },
  },
  {
    name: 'deep-details',
    title: 'adds details to a grant, nested as deeply as JSON parsers read',
    applyToTokenB2b: (policy) =>
      changeGrant(policy, (answer) => withMembers(answer, { details: nestedDetails(199) })),
  },
];
