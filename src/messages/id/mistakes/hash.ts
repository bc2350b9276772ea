import type { mistakesHash as English } from '../../en/mistakes/hash.js';

/** Mistakes of senders: the hash of the body, and the algorithm of the signature. Each completes "signature-nya dibuat …". */
export const mistakesHash: typeof English = {
  'mistakes/hash/base64-of-hex': () => 'dengan Base64 dari digit hex hash body',
  'mistakes/hash/hashed-twice': () => 'dengan hash body yang di-hash sekali lagi',
  'mistakes/hash/body-itself': () => 'dengan body sebagai pengganti hash-nya',
  'mistakes/hash/undefined': () => 'dengan "undefined" atau sejenisnya sebagai pengganti hash body',
  'mistakes/hash/other-algorithm': () => 'dengan hash body selain SHA-256',
  'mistakes/hash/in-pairs': () => 'dengan pemisah antarbyte dalam hash body',
  'mistakes/hash/prefixed': () => 'dengan nama algoritma, atau 0x, di depan hash body',
  'mistakes/hash/quoted': () => 'dengan tanda kutip di sekeliling hash body',
  'mistakes/hash/leading-zeros-lost': () => 'dengan nol yang hilang dari hash body',
  'mistakes/hash/as-bytes': () => 'dengan byte hash body, tidak ditulis sebagai hex',
  'mistakes/hash/line-end': () =>
    'dengan hal lain yang dicetak perintah di samping hash body: baris baru, nama file',
  'mistakes/hash/hmac': () => 'dengan HMAC dari body sebagai pengganti hash-nya',
  'mistakes/hash/no-key': () => 'sebagai hash biasa, tanpa secret apa pun',
  'mistakes/hash/digest-with-secret': () =>
    'sebagai hash biasa dari gabungan teks dan secret, bukan HMAC',
  'mistakes/hash/hmac-twice': () => 'sebagai HMAC dari HMAC',
  'mistakes/hash/no-digest-info': () =>
    'tanpa nama hash yang menurut PKCS#1 v1.5 ditempatkan di depannya',
  'mistakes/hash/no-null-parameter': () =>
    'tanpa NULL yang menurut PKCS#1 v1.5 mendampingi nama hash',
  'mistakes/hash/text-not-hashed': () => 'dengan mengenkripsi teks memakai private key, tanpa hash',
  'mistakes/hash/no-padding': () => 'tanpa padding PKCS#1 v1.5',
  'mistakes/hash/encryption-padding': () =>
    'dengan padding untuk enkripsi sebagai pengganti padding untuk signature',
};
