import { type CustomerTokenFault, changeGrant, withoutMember } from '../fault.js';

/** What is wrong with the refresh token of a grant. */
export const customerResponseFaults: readonly CustomerTokenFault[] = [
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
    apply: (policy) => ({
      ...policy,
      issueRefreshToken: () => policy.issueRefreshToken().padEnd(600, 'r'),
      steps: {
        ...policy.steps,
        credential: (attempt) =>
          policy.store.refreshTokens.has(String(attempt.body?.['refreshToken']))
            ? undefined
            : policy.steps.credential(attempt),
      },
    }),
  },
];
