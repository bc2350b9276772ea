/** What is said of tokens that can be guessed, of clients that are mixed up, and of answers 429. */
export const tokenB2bSecurity = {
  'token-b2b/security/grant-missing': ({ answer }: { answer: string }) =>
    `a grant is missing from the sample: ${answer}`,
  'token-b2b/security/no-sample': ({
    grants,
    tokens,
    jwts,
  }: {
    grants: number;
    tokens: number;
    jwts: boolean;
  }) =>
    `${grants} grants held ${tokens} different ${tokens === 1 ? 'token' : 'tokens'}, which is no sample${jwts ? ': a JWT that is made anew may be the same text within a second' : ''}`,
  'token-b2b/security/tokens-in-a-row': ({ tokens, found }: { tokens: number; found: string }) =>
    `${tokens} tokens in a row: ${found}`,
  'token-b2b/security/tokens-predictable': ({ seen, bits }: { seen: string; bits: number }) =>
    `${seen}, which leaves fewer than ${bits} bits to guess`,
  'token-b2b/security/tokens-signed': () => "each is a JWT with the target's signature",
  'token-b2b/security/characters-change': ({
    changing,
    length,
    growing,
  }: {
    changing: number;
    length: number;
    growing?: number | undefined;
  }) => {
    const growth =
      growing === undefined ? '' : `, ${growing} of them like a clock or a counter that only grows`;
    return `${changing} of ${length} characters change${growth}`;
  },

  'token-b2b/security/request-of-other-client': () => 'it is a valid request of the other client',
  'token-b2b/security/token-names-other-client': ({
    client,
    named,
  }: {
    client: string;
    named: string;
  }) =>
    `a request of ${client} got a token whose claims name ${named}, among requests of both at once`,
  'token-b2b/security/same-token-for-both': () => 'both clients were given the same token',
  'token-b2b/security/no-token-for-client': ({
    client,
    answer,
  }: {
    client: string;
    answer: string;
  }) => `a request of ${client} got no token: ${answer}`,
  'token-b2b/security/tokens-name-no-client': () =>
    'the tokens name no client: whose they are shows only when one is used',
  'token-b2b/security/tokens-name-their-clients': ({ tokens }: { tokens: number }) =>
    `each of ${tokens} tokens names the client that asked for it`,

  'token-b2b/security/no-answer-429': () => 'no request of the run was answered with 429',
  'token-b2b/security/status-of-429': ({ status }: { status: number }) =>
    `too many requests are told with HTTP ${status} instead of 429`,
  'token-b2b/security/code-of-429': ({
    code,
    documented,
  }: {
    code: string | undefined;
    documented: string;
  }) => `an answer 429 has the responseCode ${code ?? '(none)'}, not ${documented}`,
  'token-b2b/security/retry-after-absent': () => 'an answer 429 has no Retry-After',
  'token-b2b/security/retry-after-unreadable': ({ value }: { value: string }) =>
    `Retry-After of an answer 429 is neither seconds nor a date: ${JSON.stringify(value)}`,
};
