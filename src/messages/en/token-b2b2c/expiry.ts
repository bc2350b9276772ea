const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;

/** What is said of when a customer's tokens expire. */
export const tokenB2b2cExpiry = {
  'token-b2b2c/expiry/no-instant-seen': () => 'no grant of the run held a point in time',
  'token-b2b2c/expiry/lifetime-not-documented': () => 'the document gives no lifetime',
  'token-b2b2c/expiry/order-not-documented': () =>
    'the document does not say which of the two tokens ends first',
  'token-b2b2c/expiry/other-lifetime': ({
    seen,
    documented,
  }: {
    /** In days. */
    seen: number;
    documented: number;
  }) => `the access token lives for ${days(seen)}, the document says ${documented}`,
  'token-b2b2c/expiry/refresh-token-first': ({ seconds }: { seconds: number }) =>
    `the refresh token ends ${seconds} s before the access token`,
  'token-b2b2c/expiry/in-the-past': ({ member, seconds }: { member: string; seconds: number }) =>
    `${member} lies ${seconds} s in the past as the answer comes`,
};
