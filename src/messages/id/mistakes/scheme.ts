import type { mistakesScheme as English } from '../../en/mistakes/scheme.js';

/** Mistakes of senders: the scheme. Each completes "signature-nya dibuat …". */
export const mistakesScheme: typeof English = {
  'mistakes/scheme/token-text': () => 'dari teks permintaan token',
  'mistakes/scheme/transaction-text': () => 'dari teks transaksi',
  'mistakes/scheme/hmac': () => 'dengan HMAC, padahal skema ini menandatangani dengan private key',
  'mistakes/scheme/rsa': () =>
    'dengan private key, padahal skema ini menandatangani dengan HMAC-SHA512',
};
