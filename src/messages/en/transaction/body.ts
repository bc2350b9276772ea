/** What is said of the body of a transaction. */
export const transactionBody = {
  'transaction/body/absent': () => 'the transaction of the config has no body',
  'transaction/body/no-object': () => 'the transaction of the config has no body with members',
  'transaction/body/no-member-named': () =>
    'the certification form names no member of the body here: form.rows of the transaction in the config can name one, as field',
  'transaction/body/member-absent': ({ field }: { field: string }) =>
    `the body of the transaction in the config has no ${field}, which the certification form names`,
  'transaction/body/member-malformed': ({ field }: { field: string }) => `${field} was malformed`,
  'transaction/body/nothing-to-vary': () => 'the transaction of the config has no body to vary',
  'transaction/body/present': () => 'the transaction of the config has a body',
  'transaction/body/charset-parameter': () => 'Content-Type with a charset parameter',
  'transaction/body/one-more-member': () => 'additionalInfo has one more member',
};
