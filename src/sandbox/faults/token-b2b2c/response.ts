import { withMembers, withoutMember } from '../../answers/change-answer.js';
import { changeGrant } from '../../policies/change-policy.js';
import type { TokenB2b2cPolicy } from '../../token-b2b2c/policy.js';
import { ofTokenB2b2c, type TokenB2b2cFault } from '../fault.js';
import { tokenResponseFaults } from '../shared/token-response.js';
import { tokenResponseTypeFaults } from '../shared/token-response-types.js';

/** Gives longer refresh tokens, and accepts these whatever their length. */
function givesLong(policy: TokenB2b2cPolicy, length: number): TokenB2b2cPolicy {
  return {
    ...policy,
    issueRefreshToken: () => policy.issueRefreshToken().padEnd(length, 'r'),
    steps: {
      ...policy.steps,
      credential: (attempt) =>
        policy.store.refreshTokens.has(String(attempt.body?.['refreshToken']))
          ? undefined
          : policy.steps.credential(attempt),
    },
  };
}

/** What is wrong with the answer to a granted request. */
export const tokenB2b2cResponseFaults: readonly TokenB2b2cFault[] = [
  ...tokenResponseFaults.map(ofTokenB2b2c),
  ...tokenResponseTypeFaults.map(ofTokenB2b2c),
  {
    service: 'token-b2b2c',
    name: 'b2b2c-no-refresh-token',
    title: 'gives no refresh token',
    trips: ['token-b2b2c/response/refresh-token-present'],
    apply: (policy) => changeGrant(policy, (answer) => withoutMember(answer, 'refreshToken')),
  },
  {
    service: 'token-b2b2c',
    name: 'b2b2c-refresh-token-too-long',
    title: 'gives refresh tokens of 600 characters, and takes those back',
    trips: ['token-b2b2c/response/refresh-token-length'],
    apply: (policy) => givesLong(policy, 600),
  },
  {
    service: 'token-b2b2c',
    name: 'b2b2c-refresh-token-one-character-too-long',
    title: 'gives refresh tokens of 513 characters, and takes those back',
    trips: ['token-b2b2c/response/refresh-token-length'],
    apply: (policy) => givesLong(policy, 513),
  },
  {
    service: 'token-b2b2c',
    name: 'b2b2c-empty-refresh-token',
    title: 'gives an empty refresh token',
    trips: ['token-b2b2c/response/refresh-token-present'],
    apply: (policy) => changeGrant(policy, (answer) => withMembers(answer, { refreshToken: '' })),
  },
  {
    service: 'token-b2b2c',
    name: 'b2b2c-refresh-token-as-number',
    title: 'gives a number for a refresh token',
    trips: ['token-b2b2c/response/refresh-token-present'],
    apply: (policy) =>
      changeGrant(policy, (answer) => withMembers(answer, { refreshToken: 4_711_000_815 })),
  },
];
