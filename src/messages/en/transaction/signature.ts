/** What is said of the signature of a transaction. */
export const transactionSignature = {
  'transaction/signature/of-another-scheme': ({ scheme }: { scheme: string }) =>
    `the signature of this profile is ${scheme}`,
  'transaction/signature/at-another-instant': () => 'X-TIMESTAMP at another instant',
  'transaction/signature/all-refused-for-another-reason': ({
    runs,
    answer,
  }: {
    runs: number;
    answer: string;
  }) =>
    `${runs === 1 ? 'the one variation was' : `all ${runs} variations were`} ${otherReason(answer)}`,
  'transaction/signature/some-refused-for-another-reason': ({
    accepted,
    refused,
    answer,
  }: {
    accepted: number;
    refused: number;
    answer: string;
  }) =>
    `${accepted} ${accepted === 1 ? 'variation was' : 'variations were'} accepted, ${refused} ${otherReason(answer)}`,

  // The signature itself, changed after it was made.
  'transaction/signature/last-bit-flipped': () => 'the last bit of the signature was flipped',
  'transaction/signature/cut-or-extended': () => 'the signature was cut or extended',
  'transaction/signature/letter-case-changed': () =>
    'the letter case of one letter of the signature was changed',

  // Bodies that careless rules hash wrong.
  'transaction/signature/spaces-in-text': () =>
    'a text of the body has spaces at its ends and within',
  'transaction/signature/unusual-number': () =>
    'a number of the body is spelled as few libraries would write it',
  'transaction/signature/escapes-in-text': () =>
    'a text of the body has slashes, escapes or letters beyond ASCII',
  'transaction/signature/nested-empties': () => 'the body holds empty objects, lists and texts',
  'transaction/signature/letters-in-one-piece': () =>
    'the body holds letters beyond ASCII, and came in one piece',
  'transaction/signature/split-letter': ({ letter }: { letter: string }) =>
    `the body came in two pieces, cut within the bytes of ${letter}`,
  'transaction/signature/behind-proxy': () =>
    'the target is reached through a proxy, which may join what is sent in pieces',
  'transaction/signature/space-between-tokens': () => 'the body has white space between its tokens',
  'transaction/signature/members-in-another-order': () =>
    'the members of the body stand in another order',
  'transaction/signature/no-body': () => 'it has no body',
  'transaction/signature/content-type-without-body': () => 'it has a Content-Type but no body',
  'transaction/signature/member-added': () =>
    'the body was changed after it was signed: a member was added',
  'transaction/signature/value-replaced': () =>
    'the body was changed after it was signed: a value was replaced',

  // What it was made over.
  'transaction/signature/and-without-token': ({ mutation }: { mutation: string }) =>
    `${mutation}, without the token`,
  'transaction/signature/parts-in-another-order': ({ parts }: { parts: readonly string[] }) =>
    `it was signed over ${parts.join(', ')}`,
  'transaction/signature/over-another-path': ({ path }: { path: string }) =>
    `it was signed over the path ${path}`,
  'transaction/signature/with-another-method': ({ method }: { method: string }) =>
    `it was signed with the method ${method}`,
  'transaction/signature/with-another-delimiter': ({ delimiter }: { delimiter: string }) =>
    `the string-to-sign has ${JSON.stringify(delimiter)} for its delimiter`,
  'transaction/signature/as-token-request': () =>
    'it was signed over clientId|timestamp, as a token request is',
  'transaction/signature/of-token-request': () => 'it carries the signature of a token request',
  'transaction/signature/no-prefix': () =>
    'the base URL of the config has no path: nothing can be left out',
  'transaction/signature/hashed-so-by-document': ({
    rule,
  }: {
    rule: 'standard' | 'raw' | 'all-white-space';
  }) =>
    ({
      standard: 'the document has the body minified so',
      raw: 'the document has the body hashed as it is sent',
      'all-white-space': 'the document has all white space taken out of the body',
    })[rule],
  'transaction/signature/prefix-not-signed': () =>
    'by the document the path of the base URL is not signed: nothing can be left out',
  'transaction/signature/sent-once-right': () => 'sent once as it should be',
  'transaction/signature/of-another-timestamp': ({ timestamp }: { timestamp: string }) =>
    `the signature belongs to another timestamp: ${timestamp}`,
  'transaction/signature/path-has-query': ({ query }: { query: string }) =>
    `the path has the query ${query}`,
  'transaction/signature/query-value-changed': () =>
    'a value of the query was changed after it was signed',
  'transaction/signature/query-parameter-added': () =>
    'a parameter of the query was added after it was signed',
  'transaction/signature/query-parameter-dropped': () =>
    'a parameter of the query was dropped after it was signed',

  // The key that it was made with.
  'transaction/signature/with-another-secret': () =>
    'it was made with a secret that differs from the registered one',
  'transaction/signature/with-another-clients-secret': () =>
    "it was made with another registered client's secret",
  'transaction/signature/no-second-secret': () =>
    'no clientSecret of otherClient in the config: a second secret is needed',
  'transaction/signature/with-decoded-secret': ({ encoding }: { encoding: string }) =>
    `it was made with the client secret decoded from ${encoding}`,
  'transaction/signature/secret-not-encoded': () =>
    'the client secret of the config looks neither like Base64 nor like hex',
  'transaction/signature/hmac-with-public-key': () =>
    'it was made with HMAC-SHA512 and the public key',
  'transaction/signature/hmac-with-secret': () =>
    'it was made with HMAC-SHA512 and the client secret',
  'transaction/signature/with-unregistered-key': () =>
    'it was signed with a key that is registered for nobody',
};

function otherReason(answer: string): string {
  return `refused for another reason than the signature (${answer})`;
}
