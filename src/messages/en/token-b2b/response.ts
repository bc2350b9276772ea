/** What is said of the response that grants a token. */
export const tokenB2bResponse = {
  'token-b2b/response/optional-member-absent': ({ member }: { member: string }) =>
    `no grant of the run held ${/^[aeiou]/.test(member) ? 'an' : 'a'} ${member}, which the document leaves optional`,
  'token-b2b/response/additional-info-without-type': () =>
    'the document gives additionalInfo no type',
};
