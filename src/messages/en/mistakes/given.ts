/** What is said of values that were given to `sign` and `verify` in another form than they are used in. */
export const mistakesGiven = {
  'mistakes/given/bearer-taken-off': () =>
    '"Bearer " stood before the access token: it was taken off, for it is no part of the token',
  'mistakes/given/url-taken-apart': ({ path }: { path: string }) =>
    `--path holds a whole URL: its path and query are taken, ${path}`,
  'mistakes/given/signed-but': ({ note }: { note: string }) => `signed, but ${note}`,
};
