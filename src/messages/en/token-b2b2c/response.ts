/** What is said of the answer that grants a customer's token. */
export const tokenB2b2cResponse = {
  'token-b2b2c/response/optional-member-not-seen': ({ member }: { member: string }) =>
    `no grant of the run held ${/^[aeiou]/i.test(member) ? 'an' : 'a'} ${member}, which the document leaves optional`,
  'token-b2b2c/response/additional-info-open': () => 'the document gives additionalInfo no type',
};
