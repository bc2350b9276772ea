/** What is said of a wrong X-TIMESTAMP: `X-TIMESTAMP …`. */
export const tokenB2bTimestamp = {
  'token-b2b/timestamp/has-other-separator': () =>
    'has something other than T between date and time',
  'token-b2b/timestamp/has-lower-case-z': () => 'ends with a lower-case z',
  'token-b2b/timestamp/has-short-offset': () => 'has a shortened offset',
  'token-b2b/timestamp/is-incomplete': () => 'lacks a part',
  'token-b2b/timestamp/is-other-notation': () => 'is in another notation',
  'token-b2b/timestamp/has-impossible-time': () => 'has a time that no clock shows',
  'token-b2b/timestamp/has-impossible-offset': () => 'has an offset that no zone has',
  'token-b2b/timestamp/has-comma': () => 'has a comma before its fraction',
  'token-b2b/timestamp/has-text-around': () => 'has text around it',
  'token-b2b/timestamp/is-stale': () => 'lies a day to a year in the past',
  'token-b2b/timestamp/is-future': () => 'lies a day to a year in the future',
};
