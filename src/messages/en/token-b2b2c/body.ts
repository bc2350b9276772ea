/** What is said of the body of a request for a customer's token. */
export const tokenB2b2cBody = {
  'token-b2b2c/body/too-long': ({ member }: { member: string }) =>
    `${member} is longer than documented`,
  'token-b2b2c/body/no-length-documented': ({ member }: { member: string }) =>
    `the document gives ${member} no length`,
  'token-b2b2c/body/other-grant-type': () => 'grantType is another grant type',
  'token-b2b2c/body/b2b-grant-type': () => 'grantType is that of the service B2B',
  'token-b2b2c/body/letter-case-open': () => 'the document does not rule out other letter case',
  'token-b2b2c/body/other-letter-case': () => 'grantType is in other letter case',
  'token-b2b2c/body/code-not-text': () => 'authCode is no text, or empty',
  'token-b2b2c/body/code-is-number': () => 'authCode is a number',
  'token-b2b2c/body/in-spelling': ({ spelling }: { spelling: string }) =>
    `grantType in the spelling ${spelling}`,
  'token-b2b2c/body/spelling-got-no-answer': ({
    spelling,
    why,
  }: {
    spelling: string;
    why: string;
  }) => `the spelling ${spelling} got no answer: ${why}`,
  'token-b2b2c/body/spellings-accepted': ({ accepted }: { accepted: string[] }) =>
    `the documented spellings are accepted: ${accepted.join(', ')}`,
  'token-b2b2c/body/spelling-refused': ({
    spelling,
    answer,
  }: {
    spelling: string;
    answer: string;
  }) => `the documented grant type ${spelling} is refused: ${answer}`,
};
