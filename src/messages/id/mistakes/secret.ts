import type { mistakesSecret as English } from '../../en/mistakes/secret.js';

/** Mistakes of senders: the secret or the key. Each completes "signature-nya dibuat …". */
export const mistakesSecret: typeof English = {
  'mistakes/secret/line-end': () => 'dengan baris baru setelah client secret',
  'mistakes/secret/white-space': () => 'dengan whitespace di sebelah client secret',
  'mistakes/secret/trimmed': () => 'dengan client secret tanpa whitespace di sekelilingnya',
  'mistakes/secret/quoted': () => 'dengan tanda kutip di sekeliling client secret',
  'mistakes/secret/unquoted': () => 'dengan client secret tanpa tanda kutip di sekelilingnya',
  'mistakes/secret/hex-decoded': () => 'dengan client secret yang di-decode dari hex',
  'mistakes/secret/base64-encoded': () => 'dengan Base64 dari client secret',
  'mistakes/secret/hex-encoded': () => 'dengan digit hex dari client secret',
  'mistakes/secret/letter-case': () => 'dengan client secret dalam huruf besar/kecil berbeda',
  'mistakes/secret/percent-encoded': () =>
    'dengan percent-encoding dari client secret, atau + di dalamnya menjadi spasi',
  'mistakes/secret/percent-decoded': () =>
    'dengan client secret yang percent-encoding-nya sudah di-decode',
  'mistakes/secret/hashed': () => 'dengan hash dari client secret',
  'mistakes/secret/utf-16': () => 'dengan client secret dalam UTF-16',
  'mistakes/secret/byte-order-mark': () =>
    'dengan byte order mark yang lebih atau kurang di depan client secret',
  'mistakes/secret/with-ampersand': () => 'dengan & setelah client secret, seperti pada OAuth 1',
  'mistakes/secret/python-bytes': () => "dengan client secret yang dicetak sebagai b'…'",
  'mistakes/secret/first-part': () => 'dengan sebagian client secret',
  'mistakes/secret/without-hyphens': () => 'dengan client secret tanpa tanda hubung',
  'mistakes/secret/with-client-id': () => 'dengan gabungan client ID dan client secret',
  'mistakes/secret/client-id': () => 'dengan client ID sebagai pengganti client secret',
  'mistakes/secret/access-token': () => 'dengan access token sebagai pengganti client secret',
  'mistakes/secret/public-key': () => 'dengan public key sebagai pengganti client secret',
  'mistakes/secret/empty': () => 'dengan client secret kosong',
  'mistakes/secret/undefined': () =>
    'dengan "undefined" atau sejenisnya sebagai pengganti client secret',
  'mistakes/secret/placeholder': () => 'dengan placeholder sebagai pengganti client secret',
  'mistakes/secret/arguments-swapped': () => 'dengan teks dan client secret yang tertukar',
  'mistakes/secret/another-secret-of-set': ({ number }) =>
    `dengan client secret ke-${number} dari yang diberikan, bukan yang pertama`,
  'mistakes/secret/another-key-of-set': ({ number }) =>
    `dengan private key dari kunci ke-${number} yang diberikan, bukan yang pertama`,
};
