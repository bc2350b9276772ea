/** What is said of the body of a transaction. */
export const transactionBody = {
  'transaction/body/absent': () => 'the transaction of the config has no body',
  'transaction/body/nothing-to-vary': () => 'the transaction of the config has no body to vary',
  'transaction/body/present': () => 'the transaction of the config has a body',
  'transaction/body/charset-parameter': () => 'Content-Type with a charset parameter',
  'transaction/body/one-more-member': () => 'additionalInfo has one more member',
};
