import type { httpTls as English } from '../../en/http/tls.js';

/** What is said of a TLS handshake. */
export const httpTls: typeof English = {
  'http/tls/no-handshake': ({ milliseconds }) => `tidak ada handshake dalam ${milliseconds} ms`,
  'http/tls/no-tunnel': ({ proxy, why }) => `proxy ${proxy} tidak membuka tunnel: ${why}`,
  'http/tls/unnamed-version': () => 'versi tanpa nama',
};
