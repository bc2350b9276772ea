/** What is said of values that were given to `sign` and `verify` in another form than they are used in. */
export const mistakesGiven = {
  'mistakes/given/bearer-taken-off': () =>
    '"Bearer " stood before the access token: it was taken off, for it is no part of the token',
  'mistakes/given/url-taken-apart': ({ path }: { path: string }) =>
    `--path holds a whole URL: its path and query are taken, ${path}`,
  'mistakes/given/signed-but': ({ note }: { note: string }) => `signed, but ${note}`,
  'mistakes/given/read-as': ({ kind, request }: { kind: string; request: string }) =>
    request === '' ? `read as ${kind}` : `read as ${kind}: ${request}`,
  'mistakes/given/kind-curl': () => 'a curl command',
  'mistakes/given/kind-har': () => 'an entry of a HAR',
  'mistakes/given/kind-http': () => 'an HTTP request',
  'mistakes/given/kind-headers': () => 'headers alone',
  'mistakes/given/kind-postman': () => 'a request of a Postman collection',
  'mistakes/given/kind-json': () => 'a request that sign has printed as JSON',
  'mistakes/given/kind-token': () => 'a token request, for it has an X-CLIENT-KEY',
  'mistakes/given/kind-transaction': () => 'a transaction, by its headers',
  'mistakes/given/told-by': ({ service }: { service: string }) => `taken for ${service}`,
  'mistakes/given/option-wins': ({ option, what }: { option: string; what: string }) =>
    `${option} is used in place of ${what} of the request`,
  'mistakes/given/renewed': ({ headers }: { headers: readonly string[] }) =>
    `${headers.join(', ')} of the request ${headers.length > 1 ? 'are' : 'is'} renewed${
      headers.includes('X-TIMESTAMP') ? '; give --timestamp to keep the time' : ''
    }`,
  'mistakes/given/left-out': ({ headers }: { headers: readonly string[] }) =>
    `not printed, for they may hold a secret: ${headers.join(', ')}; add those that the provider needs`,
  'mistakes/given/headers-unknown': ({ headers }: { headers: readonly string[] }) =>
    `the profile requires ${headers.join(' and ')}, and nothing says with which value: add ${headers.length > 1 ? 'them' : 'it'} with --header, or to the config`,
  'mistakes/given/token-not-printed': ({ shell }: { shell: string }) =>
    `the access token is not printed: send it with -H "Authorization: Bearer ${shell}"`,
  'mistakes/given/token-as-variable': ({ shell }: { shell: string }) =>
    `the access token is not printed: {{accessToken}} stands for the value of ${shell}`,
  'mistakes/given/token-of-variable': ({ shell }: { shell: string }) =>
    `the access token is the value of ${shell}, as the command says`,
  'mistakes/given/token-of-request': () =>
    'the access token of the request is not printed: export it as SNAP_ACCESS_TOKEN',
};
