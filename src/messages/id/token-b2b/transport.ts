import type { tokenB2bTransport as English } from '../../en/token-b2b/transport.js';

/** What is said of the connection below HTTP, for the checks of the area http. */
export const tokenB2bTransport: typeof English = {
  'token-b2b/http/target-without-tls': () => 'target dicapai melalui http tanpa TLS',
  'token-b2b/http/old-tls-agreed': ({ protocol }) => `koneksi dengan ${protocol} berhasil dibuka`,
  'token-b2b/http/old-tls-refused': ({ why }) => `TLS 1.0 dan 1.1 ditolak (${why})`,
  'token-b2b/http/old-tls-not-tried': ({ why }) => `TLS 1.0 dan 1.1 tidak dapat dicoba: ${why}`,
  'token-b2b/http/tls-1-3-agreed': () => 'TLS 1.3 disepakati',
  'token-b2b/http/tls-1-3-refused': ({ why }) => `TLS 1.3 ditolak (${why})`,
  'token-b2b/http/tls-1-3-not-tried': ({ why }) => `TLS 1.3 tidak dapat dicoba: ${why}`,

  'token-b2b/http/plain-http-on-loopback': () =>
    'http tanpa TLS di loopback tidak pernah keluar dari mesin ini',
  'token-b2b/http/token-over-plain-http': () =>
    'token diminta dan diterbitkan melalui http tanpa TLS: siapa pun di jalurnya dapat membacanya',
  'token-b2b/http/sent-without-tls': () => 'dikirim tanpa TLS, serta tanpa client ID dan signature',
  'token-b2b/http/answers-plain-http': ({ answer }) =>
    `layanan juga merespons melalui http tanpa TLS: ${answer}`,
  'token-b2b/http/no-plain-http': ({ answer }) =>
    `layanan tidak merespons melalui http tanpa TLS: ${answer}`,
};
