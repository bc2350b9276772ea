import { formatTimestamp } from '../../../protocol/timestamp.js';
import { withMembers, withoutMember } from '../../answers/change-answer.js';
import type { SandboxAnswer } from '../../answers/sandbox-answer.js';
import { changeGrant } from '../../policies/change-policy.js';
import type { TokenB2b2cGrant, TokenB2b2cPolicy } from '../../token-b2b2c/policy.js';
import type { TokenB2b2cFault } from '../fault.js';

/** Two faults: each of the two expiry times is wrong in the same way. */
function ofEither(
  suffix: string,
  title: (member: string) => string,
  requirement: string,
  change: (
    answer: SandboxAnswer,
    member: string,
    grant: TokenB2b2cGrant,
    policy: TokenB2b2cPolicy,
  ) => SandboxAnswer,
): TokenB2b2cFault[] {
  return (['access-token', 'refresh-token'] as const).map((token) => {
    const member = `${token.split('-')[0]}TokenExpiryTime`;
    return {
      service: 'token-b2b2c',
      name: `b2b2c-${token}-expiry-${suffix}`,
      title: title(member),
      trips: [`token-b2b2c/expiry/${token}-${requirement}`],
      apply: (policy) =>
        changeGrant(policy, (answer, grant) => change(answer, member, grant, policy)),
    };
  });
}

/** What is wrong with the expiry times of a grant. */
export const tokenB2b2cExpiryFaults: readonly TokenB2b2cFault[] = [
  ...ofEither('missing', (member) => `leaves ${member} out`, 'present', withoutMember),
  ...ofEither(
    'in-seconds',
    (member) => `counts in ${member} the seconds that the token lives, as a number`,
    'present',
    (answer, member, { seconds }) => withMembers(answer, { [member]: seconds }),
  ),
  ...ofEither(
    'without-offset',
    (member) => `prints ${member} without its offset`,
    'form',
    (answer, member) => withMembers(answer, { [member]: String(answer.body[member]).slice(0, 19) }),
  ),
  ...ofEither(
    'at-once',
    (member) => `prints for ${member} the time of the grant`,
    'future',
    (answer, member, { now }, { settings }) =>
      withMembers(answer, {
        [member]: formatTimestamp(now - 1000, settings.success.expiryTime.forms[0]),
      }),
  ),
  {
    service: 'token-b2b2c',
    name: 'b2b2c-lives-a-day',
    title: 'gives access tokens that live for a day although the document says 15',
    trips: ['token-b2b2c/expiry/documented-lifetime'],
    apply: (policy) => ({ ...policy, seconds: 86_400 }),
  },
  {
    service: 'token-b2b2c',
    name: 'b2b2c-refresh-token-ends-first',
    title: 'gives refresh tokens that end a day before the access token',
    trips: ['token-b2b2c/expiry/order'],
    // The standard contradicts itself about this, and no other document settles it.
    overrides: {
      'token-b2b2c': { success: { expiryTime: { refreshToken: 'not-before-access-token' } } },
    },
    apply: (policy) => ({ ...policy, refreshSeconds: policy.seconds - 86_400 }),
  },
];
