/** What is said of the answer to a transaction that was carried out. */
export const transactionResponse = {
  'transaction/response/optional-and-absent': () =>
    'no grant of the run held what this speaks of, which the document leaves optional',
};
