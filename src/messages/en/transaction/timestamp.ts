/** What is said of the X-TIMESTAMP of a transaction; each completes `X-TIMESTAMP …`. */
export const transactionTimestamp = {
  'transaction/timestamp/has-impossible-part': () =>
    'has a date, a time or an offset that does not exist',
  'transaction/timestamp/is-in-another-form': () => 'is in another form than the documented one',
  'transaction/timestamp/lies-far-in-the-past': () => 'lies a day to a year in the past',
  'transaction/timestamp/lies-far-in-the-future': () => 'lies a day to a year in the future',
};
