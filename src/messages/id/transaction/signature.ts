import type { transactionSignature as English } from '../../en/transaction/signature.js';

/** What is said of the signature of a transaction. */
export const transactionSignature: typeof English = {
  'transaction/signature/of-another-scheme': ({ scheme }) =>
    `skema signature menurut profil ini adalah ${scheme}`,
  'transaction/signature/at-another-instant': () => 'X-TIMESTAMP pada waktu lain',
  'transaction/signature/all-refused-for-another-reason': ({ runs, answer }) =>
    `${runs === 1 ? 'satu-satunya variasi' : `semua ${runs} variasi`} ${otherReason(answer)}`,
  'transaction/signature/some-refused-for-another-reason': ({ accepted, refused, answer }) =>
    `${accepted} variasi diterima, ${refused} ${otherReason(answer)}`,

  // The signature itself, changed after it was made.
  'transaction/signature/last-bit-flipped': () => 'bit terakhir signature dibalik',
  'transaction/signature/cut-or-extended': () => 'signature dipotong atau diperpanjang',
  'transaction/signature/letter-case-changed': () =>
    'huruf besar/kecil satu huruf signature diubah',

  // Bodies that careless rules hash wrong.
  'transaction/signature/spaces-in-text': () =>
    'satu teks dalam body memuat spasi di kedua ujung dan di dalamnya',
  'transaction/signature/unusual-number': () =>
    'satu angka dalam body ditulis dengan cara yang jarang dipakai pustaka',
  'transaction/signature/escapes-in-text': () =>
    'satu teks dalam body memuat garis miring, escape, atau huruf di luar ASCII',
  'transaction/signature/nested-empties': () => 'body memuat objek, array, dan teks kosong',
  'transaction/signature/letters-in-one-piece': () =>
    'body memuat huruf di luar ASCII, dan dikirim dalam satu bagian',
  'transaction/signature/split-letter': ({ letter }) =>
    `body dikirim dalam dua bagian, terpotong di tengah byte dari ${letter}`,
  'transaction/signature/behind-proxy': () =>
    'target dicapai melalui proxy, yang mungkin menyatukan bagian-bagian yang dikirim',
  'transaction/signature/space-between-tokens': () => 'body memuat whitespace di antara token JSON',
  'transaction/signature/members-in-another-order': () =>
    'field dalam body ditulis dalam urutan lain',
  'transaction/signature/no-body': () => 'permintaannya tanpa body',
  'transaction/signature/content-type-without-body': () =>
    'permintaannya memiliki Content-Type tetapi tanpa body',
  'transaction/signature/member-added': () =>
    'body diubah setelah ditandatangani: satu field ditambahkan',
  'transaction/signature/value-replaced': () =>
    'body diubah setelah ditandatangani: satu nilai diganti',

  // What it was made over.
  'transaction/signature/and-without-token': ({ mutation }) => `${mutation}, tanpa token`,
  'transaction/signature/parts-in-another-order': ({ parts }) =>
    `yang ditandatangani adalah ${parts.join(', ')}`,
  'transaction/signature/over-another-path': ({ path }) =>
    `path yang ditandatangani adalah ${path}`,
  'transaction/signature/with-another-method': ({ method }) =>
    `metode yang ditandatangani adalah ${method}`,
  'transaction/signature/with-another-delimiter': ({ delimiter }) =>
    `pemisah dalam string-to-sign adalah ${JSON.stringify(delimiter)}`,
  'transaction/signature/as-token-request': () =>
    'yang ditandatangani adalah clientId|timestamp, seperti pada permintaan token',
  'transaction/signature/of-token-request': () =>
    'permintaannya memuat signature dari permintaan token',
  'transaction/signature/no-prefix': () =>
    'baseUrl di konfigurasi tidak memiliki path: tidak ada yang dapat dihilangkan',
  'transaction/signature/hashed-so-by-document': ({ rule }) =>
    ({
      standard: 'menurut dokumen body di-minify seperti ini',
      raw: 'menurut dokumen hash body dihitung dari body sebagaimana dikirim',
      'all-white-space': 'menurut dokumen semua whitespace dihapus dari body',
    })[rule],
  'transaction/signature/prefix-not-signed': () =>
    'menurut dokumen path dari baseUrl tidak ditandatangani: tidak ada yang dapat dihilangkan',
  'transaction/signature/sent-once-right': () => 'dikirim sekali sebagaimana mestinya',
  'transaction/signature/of-another-timestamp': ({ timestamp }) =>
    `signature-nya milik timestamp lain: ${timestamp}`,
  'transaction/signature/path-has-query': ({ query }) => `path memiliki query string ${query}`,
  'transaction/signature/query-value-changed': () =>
    'satu nilai dalam query string diubah setelah ditandatangani',
  'transaction/signature/query-parameter-added': () =>
    'satu parameter query string ditambahkan setelah ditandatangani',
  'transaction/signature/query-parameter-dropped': () =>
    'satu parameter query string dihapus setelah ditandatangani',

  // The key that it was made with.
  'transaction/signature/with-another-secret': () =>
    'dibuat dengan secret yang berbeda dari yang terdaftar',
  'transaction/signature/with-another-clients-secret': () =>
    'dibuat dengan secret milik klien terdaftar lain',
  'transaction/signature/no-second-secret': () =>
    'clientSecret dari otherClient tidak ada di konfigurasi: diperlukan secret kedua',
  'transaction/signature/with-decoded-secret': ({ encoding }) =>
    `dibuat dengan client secret yang di-decode dari ${encoding}`,
  'transaction/signature/secret-not-encoded': () =>
    'client secret di konfigurasi tidak tampak seperti Base64 ataupun hex',
  'transaction/signature/hmac-with-public-key': () => 'dibuat dengan HMAC-SHA512 dan public key',
  'transaction/signature/hmac-with-secret': () => 'dibuat dengan HMAC-SHA512 dan client secret',
  'transaction/signature/with-unregistered-key': () =>
    'ditandatangani dengan kunci tidak terdaftar',
};

function otherReason(answer: string): string {
  return `ditolak karena alasan selain signature (${answer})`;
}
