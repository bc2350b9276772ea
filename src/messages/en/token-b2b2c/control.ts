/** What is said of the token service B2B2C, and of why it refuses the control. */
export const tokenB2b2cControl = {
  'token-b2b2c/control/no-customer': () =>
    'no customer in the config: authorization codes of a customer are needed',
  'token-b2b2c/control/code-not-valid': () =>
    'the authorization code was used already, is too old, or is of another client',
  'token-b2b2c/control/grant-types-spelled-otherwise': ({ spellings }: { spellings: string[] }) =>
    `the target spells the grant types otherwise than ${spellings.join(', ')}`,
};
