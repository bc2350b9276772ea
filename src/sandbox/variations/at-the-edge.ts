import { randomBytes } from 'node:crypto';
import { formatTimestamp } from '../../protocol/timestamp.js';
import { filledMessage, longestMessage } from '../answers/filled-message.js';
import { nestedDetails } from '../answers/nested-details.js';
import { changeGrant, changeRefusal, withHeaders, withMembers } from '../faults/fault.js';
import { changeAll, type Variation } from './variation.js';

function livesFor(name: string, title: string, seconds: number): Variation {
  return {
    name,
    title,
    overrides: { 'token-b2b': { success: { expiresIn: { seconds } } } },
    applyToTokens: (policy) => policy,
  };
}

/** Values that are just allowed. */
export const edgeVariations: readonly Variation[] = [
  livesFor('a-day-long', 'gives tokens for a whole day, as its document says', 86_400),
  livesFor('a-second-long', 'gives tokens for one second, as its document says', 1),
  {
    name: 'jwt-a-second-longer',
    title: 'signs tokens that live a second longer than expiresIn says, for it rounds up',
    applyToTokens: (policy) => ({
      ...policy,
      issue: (grant) => policy.issue({ ...grant, seconds: grant.seconds + 1 }),
    }),
  },
  {
    name: 'five-minutes-behind',
    title: 'prints X-TIMESTAMP of a grant five minutes behind its own Date header',
    applyToTokens: (policy) =>
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
    applyToTokens: (policy) => ({
      ...policy,
      issue: async () => randomBytes(policy.settings.success.tokenMaxLength / 2).toString('hex'),
    }),
  },
  {
    name: 'longest-messages',
    title: 'fills its messages up to 150 characters',
    applyToTokens: (policy) => {
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
    title: 'says of a grant no more than one letter',
    applyToTokens: (policy) =>
      changeGrant(policy, (answer) => withMembers(answer, { responseMessage: 'Y' })),
  },
  {
    name: 'deep-details',
    title: 'adds details to a grant, nested as deeply as JSON parsers read',
    applyToTokens: (policy) =>
      changeGrant(policy, (answer) => withMembers(answer, { details: nestedDetails(199) })),
  },
];
