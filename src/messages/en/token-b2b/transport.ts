/** What is said of the connection below HTTP, for the checks of the area http. */
export const tokenB2bTransport = {
  'token-b2b/http/target-without-tls': () => 'the target is reached over plain http',
  'token-b2b/http/old-tls-agreed': ({ protocol }: { protocol: string }) =>
    `a connection with ${protocol} came about`,
  'token-b2b/http/old-tls-refused': ({ why }: { why: string }) =>
    `TLS 1.0 and 1.1 were refused (${why})`,
  'token-b2b/http/old-tls-not-tried': ({ why }: { why: string }) =>
    `TLS 1.0 and 1.1 could not be tried: ${why}`,
  'token-b2b/http/tls-1-3-agreed': () => 'TLS 1.3 was agreed on',
  'token-b2b/http/tls-1-3-refused': ({ why }: { why: string }) => `TLS 1.3 was refused (${why})`,
  'token-b2b/http/tls-1-3-not-tried': ({ why }: { why: string }) =>
    `TLS 1.3 could not be tried: ${why}`,

  'token-b2b/http/plain-http-on-loopback': () => 'plain http on loopback never leaves the machine',
  'token-b2b/http/token-over-plain-http': () =>
    'the token was asked for and given over plain http: anybody on the way reads it',
  'token-b2b/http/sent-without-tls': () => 'sent without TLS, and without client id and signature',
  'token-b2b/http/answers-plain-http': ({ answer }: { answer: string }) =>
    `the service answers over plain http too: ${answer}`,
  'token-b2b/http/no-plain-http': ({ answer }: { answer: string }) =>
    `the service doesn't answer over plain http: ${answer}`,
};
