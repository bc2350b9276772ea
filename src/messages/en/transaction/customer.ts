/** What is said of transactions that are made for a customer. */
export const transactionCustomer = {
  'transaction/customer/none': () => 'no customer in the config: transactions are made for none',
  'transaction/customer/header-not-required': ({ header }: { header: string }) =>
    `the document does not require ${header}`,
  'transaction/customer/token-unknown': () => "the customer's token was given to nobody",
  'transaction/customer/token-made-up': () => "the customer's token was made up",
  'transaction/customer/no-b2b-token': () => 'calls of this scheme carry no B2B token',
  'transaction/customer/b2b-token-instead': () =>
    "the client's own B2B token stands for the customer's",
};
