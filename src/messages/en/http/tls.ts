/** What is said of a TLS handshake. */
export const httpTls = {
  'http/tls/no-handshake': ({ milliseconds }: { milliseconds: number }) =>
    `no handshake within ${milliseconds} ms`,
  'http/tls/no-tunnel': ({ proxy, why }: { proxy: string; why: string }) =>
    `the proxy ${proxy} makes no tunnel: ${why}`,
  'http/tls/unnamed-version': () => 'an unnamed version',
};
