import type { signingRules as English } from '../../en/signing/rules.js';

/** The wrong rules by which clients and servers are known to sign. Each completes "signature-nya dibuat …". */
export const signingRules: typeof English = {
  'signing/rules/signed': ({ rule }) => `signature-nya dibuat ${rule}`,
  'signing/rules/and': ({ one, other }) => `${one}, ${other}`,

  'signing/rules/by-target': () => 'oleh target',

  // The algorithm and the key.
  'signing/rules/algorithm': ({ algorithm }) => `dengan ${algorithm}`,
  'signing/rules/hmac-with-public-key': () => 'dengan HMAC-SHA512 dan public key sebagai secret',
  'signing/rules/hmac-with-secret': () => 'dengan HMAC-SHA512 dan client secret',
  'signing/rules/decoded-secret': () => 'dengan client secret yang di-decode dari Base64',
  'signing/rules/private-key': () => 'dengan SHA256withRSA dan private key',

  // The encoding of the signature.
  'signing/rules/hex-for-base64': () => 'dalam hex, bukan Base64',
  'signing/rules/base64-for-hex': () => 'dalam Base64, bukan hex',
  'signing/rules/base64url': () => 'dalam Base64url',

  // The text of a token request.
  'signing/rules/swapped-order': () => 'dari timestamp|clientId',
  'signing/rules/no-delimiter': () => 'tanpa pemisah',
  'signing/rules/colon-delimiter': () => 'dengan titik dua sebagai pemisah',
  'signing/rules/pipe-delimiter': () => 'dengan karakter pipe sebagai pemisah',
  'signing/rules/spaced-delimiter': () => 'dengan spasi di sekitar pemisah',
  'signing/rules/escaped-delimiter': () => 'dengan pemisah yang di-escape \\|',
  'signing/rules/client-id-alone': () => 'dari client ID saja',
  'signing/rules/timestamp-alone': () => 'dari timestamp saja',
  'signing/rules/trailing-newline': () => 'dengan baris baru di akhir teks',

  // The timestamp of either.
  'signing/rules/twelve-hour-clock': () =>
    'dari timestamp dalam format 12 jam, pukul 13 sampai 23 sebagai 01 sampai 11 dan tengah malam sebagai 12',

  // The body of a transaction.
  'signing/rules/raw-body': () => 'dari body sebagaimana dikirim, tanpa minify',
  'signing/rules/minified': () =>
    'dari body tanpa whitespace di antara token JSON, seperti minify menurut standar',
  'signing/rules/stripped-whitespace': () =>
    'dari body tanpa whitespace sama sekali, termasuk di dalam string',
  'signing/rules/reserialised': () =>
    'dari body yang di-parse lalu ditulis ulang, seperti JSON.stringify',
  'signing/rules/escaped-slashes': () =>
    'dari body yang di-parse lalu ditulis ulang dengan garis miring di-escape dan escape \\u, seperti bawaan PHP',
  'signing/rules/empty-objects-as-arrays': () =>
    'dari body yang dibaca menjadi array PHP lalu ditulis ulang, objek kosongnya menjadi []',
  'signing/rules/spaced-separators': () =>
    'dari body yang di-parse lalu ditulis ulang dengan spasi setelah koma dan titik dua, seperti bawaan Python',
  'signing/rules/sorted-members': () => 'dari body yang field-nya diurutkan menurut nama',
  'signing/rules/upper-case-hash': () => 'dengan hash body dalam huruf besar',
  'signing/rules/base64-hash': () => 'dengan hash body dalam Base64',
  'signing/rules/double-hex-hash': () =>
    'dengan hash body heksadesimal yang di-encode ke hex sekali lagi',
  'signing/rules/no-body-hash': () => 'dengan bagian hash yang kosong',
  'signing/rules/empty-body-hash': () => 'dengan hash teks kosong, seolah-olah tidak ada body',
  'signing/rules/empty-object-hash': () => 'dengan hash {}, seolah-olah itu body-nya',

  // The other parts of a transaction.
  'signing/rules/path-without-prefix': () => 'dari path tanpa awalan dari baseUrl',
  'signing/rules/whole-path': () =>
    'dari path sebagaimana dikirim, tanpa awalan yang dipotong atau ditambahkan',
  'signing/rules/full-url': () => 'dari URL lengkap dengan skema dan host, bukan path relatif',
  'signing/rules/decoded-url': () => 'dari URL yang percent-encoding-nya sudah di-decode',
  'signing/rules/lower-case-method': () => 'dengan metode dalam huruf kecil',
  'signing/rules/bearer-kept': () => 'dengan "Bearer " yang tertinggal di depan token',
  'signing/rules/without-token': () => 'tanpa token',
  'signing/rules/with-token': () => 'dengan token, padahal skema ini tidak memakainya',
  'signing/rules/without-timestamp': () => 'tanpa timestamp',
  'signing/rules/with-query': () => 'dengan query string sebagaimana dikirim di dalam path',
  'signing/rules/no-query': () => 'tanpa query string di dalam path',
  'signing/rules/sorted-query': () => 'dengan query string yang diurutkan di dalam path',
};
