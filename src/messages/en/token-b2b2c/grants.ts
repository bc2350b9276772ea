/** What is said of the code or the refresh token that a customer's token is asked for with. */
export const tokenB2b2cGrants = {
  'token-b2b2c/grants/renewed': () => 'asked for with the refresh token of the grant before it',
  'token-b2b2c/grants/used-before': ({ member }: { member: string }) =>
    `the ${member} was used before`,
  'token-b2b2c/grants/given-to-nobody': ({ member }: { member: string }) =>
    `the ${member} was given to nobody`,
  'token-b2b2c/grants/given-to-other-client': ({ member }: { member: string }) =>
    `the ${member} was given to another client`,
  'token-b2b2c/grants/code-expired': () => 'the authCode has expired',
  'token-b2b2c/grants/no-expired-codes': () =>
    'no customer.expiredAuthCodes in the config: a code that is too old is needed',
  'token-b2b2c/grants/no-refresh-token': () => 'no grant of the run gave a refresh token',
  'token-b2b2c/grants/rotation-not-documented': () =>
    'the document does not say that a refresh ends the former token',
  'token-b2b2c/grants/token-not-new': () => 'the access token is one that an earlier grant gave',
};
