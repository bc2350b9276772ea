/** What is said of the access token that a transaction carries. */
export const transactionToken = {
  'transaction/token/none-carried': () => 'requests of this scheme carry no access token',
  'transaction/token/opaque': () => 'the tokens are opaque',
  'transaction/token/none-of-other-client': ({ why }: { why: string }) =>
    `for the other client, ${why}`,

  // What a probe gets wrong.
  'transaction/token/signed-with-empty-token': ({ mutation }: { mutation: string }) =>
    `${mutation}, and the signature was made with an empty token`,
  'transaction/token/signed-without-token': ({ mutation }: { mutation: string }) =>
    `${mutation}, and the signature was made without a token`,
  'transaction/token/empty': ({ value }: { value: string }) =>
    `Authorization was "${value}", without a token`,
  'transaction/token/made-up': () => 'the token was made up',
  'transaction/token/one-character-changed': () => 'one character of the token was changed',
  'transaction/token/claims-changed': ({ claim }: { claim: string }) =>
    `the token's claims were changed (${claim}) and its signature kept`,
  'transaction/token/unsigned': ({ algorithm }: { algorithm: string }) =>
    `the token is a JWT with the algorithm ${algorithm} and no signature`,
  'transaction/token/signed-by-client': () =>
    "the token is a JWT signed again with the client's own key",
  'transaction/token/signed-by-key-in-header': () =>
    'the token is a JWT signed again with a key that its header brings along',
  'transaction/token/signed-by-public-key': () =>
    'the token is a JWT signed again with HS256 and a public key for a secret',
  'transaction/token/signed-by-client-id': () =>
    'the token is a JWT signed again with HS256 and the client id for a secret',
  'transaction/token/signed-by-nothing': () =>
    'the token is a JWT signed again with HS256 and nothing for a secret',
  'transaction/token/of-another-client': () => 'the token was given to another client',
  'transaction/token/without-scheme': () => 'Authorization held the token alone',
  'transaction/token/with-another-scheme': ({ scheme }: { scheme: string }) =>
    `the scheme before the token was ${scheme} instead of Bearer`,
  'transaction/token/scheme-in-case': ({ scheme }: { scheme: string }) =>
    `the scheme was written ${scheme}`,
  'transaction/token/in-query': () => 'the token stood in the query and not in Authorization',
  'transaction/token/expired': () => "the token is the config's expired one",
  'transaction/token/earlier-of-two': () =>
    'the token is an earlier one, and the client was given another since',
  'transaction/token/out-of-scope': () =>
    "the token is the config's one whose scope does not cover the service",
  'transaction/token/none-out-of-scope': () =>
    'no transaction.outOfScopeToken in the config: a good token without the scope is needed',

  // What a grant shows of the target.
  'transaction/token/shows-absence-is-not-noticed': () =>
    'the server looks at the token only if there is one',
  'transaction/token/shows-scope-is-not-looked-at': () =>
    'the server asks whether a token is good, and not what it is good for',
  'transaction/token/shows-empty-is-not-checked': () =>
    'the server does not check a token that is empty',
  'transaction/token/shows-any-is-taken': () => 'the server takes any token',
  'transaction/token/shows-part-is-not-verified': () =>
    'the server does not verify all of the token',
  'transaction/token/shows-jwt-is-not-verified': () =>
    'the server parses the JWT without verifying it',
  'transaction/token/shows-its-algorithm-is-believed': () =>
    'the server believes the algorithm that the token itself names',
  'transaction/token/shows-key-is-not-its-own': () =>
    'the server verifies the JWT with a key that is not its own',
  'transaction/token/shows-owner-is-not-asked': () =>
    'the server asks whether a token exists, not to whom it was given',
  'transaction/token/shows-header-is-taken-whole': () =>
    'the server takes the whole header for the token',
  'transaction/token/shows-scheme-is-not-looked-at': () =>
    'the server does not look at the scheme before the token',
  'transaction/token/shows-query-is-read': () =>
    'the server takes tokens from the URL, which logs and proxies keep',
  'transaction/token/shows-end-is-not-looked-at': () =>
    'the server does not look at when a token ends',
  'transaction/token/good-until-it-expires': () =>
    'in the document a token is good until it expires, for any number of transactions',
  'transaction/token/not-used-yet': () => 'the token has not been used yet',
  'transaction/token/used-just-before': () =>
    'the token is that of a transaction carried out just before',
  'transaction/token/carried-twice': ({ answer }: { answer: string }) =>
    `a second transaction was carried out with the same token (${answer}): whoever reads a token that was used can use it again`,
};
