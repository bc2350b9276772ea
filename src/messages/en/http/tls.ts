/** What is said of a TLS handshake. */
export const httpTls = {
  'http/tls/no-handshake': ({ milliseconds }: { milliseconds: number }) =>
    `no handshake within ${milliseconds} ms`,
  'http/tls/unnamed-version': () => 'an unnamed version',
};
