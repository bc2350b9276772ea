import type { tokenB2bSignature as English } from '../../en/token-b2b/signature.js';

/** What is said of the signature of a token request. */
export const tokenB2bSignature: typeof English = {
  'token-b2b/signature/any-instant': () => 'ditandatangani pada waktu apa pun',
  'token-b2b/signature/text-holds': ({ mark }) => `teks signature memuat ${mark}`,
  'token-b2b/signature/second': ({ second }) =>
    `detik pada X-TIMESTAMP adalah ${String(second).padStart(2, '0')}`,
  'token-b2b/signature/older': () => 'X-TIMESTAMP lebih lama',
  'token-b2b/signature/all-too-old': ({ runs, answer }) =>
    `${runs === 1 ? 'satu-satunya variasi' : `semua ${runs} variasi`} ditolak karena terlalu lama (${answer})`,
  'token-b2b/signature/some-too-old': ({ accepted, refused, answer }) =>
    `${accepted} variasi diterima, ${refused} ditolak karena terlalu lama (${answer})`,
  'token-b2b/signature/refused-at-one-instant': ({ answer }) =>
    `permintaan valid ditolak dua kali pada satu waktu (${answer}), dan diterima pada waktu lain`,

  'token-b2b/signature/cut-or-extended': () => 'signature dipotong atau diperpanjang',
  'token-b2b/signature/over-long': () => 'signature diperpanjang melebihi panjang kunci mana pun',
  'token-b2b/signature/not-base64': () => 'signature bukan Base64',
  'token-b2b/signature/letter-case': () => 'huruf besar/kecil satu huruf signature diubah',
  'token-b2b/signature/unregistered-key': () => 'ditandatangani dengan kunci tidak terdaftar',
  'token-b2b/signature/sent-before': () => 'dikirim sekali sebagaimana mestinya',
  'token-b2b/signature/other-timestamp': ({ timestamp }) =>
    `signature-nya milik timestamp lain: ${timestamp}`,
  'token-b2b/signature/other-delimiter': ({ delimiter }) =>
    `pemisah dalam string-to-sign adalah ${JSON.stringify(delimiter)}`,
  'token-b2b/signature/other-client-id': ({ clientId }) =>
    `client ID dalam string-to-sign adalah ${JSON.stringify(clientId)}`,
  'token-b2b/signature/under-other-client': () =>
    'signature dari permintaan pembanding dikirim dengan X-CLIENT-KEY milik klien terdaftar lain',
  'token-b2b/signature/under-unknown-client': () =>
    'signature dari permintaan pembanding dikirim dengan X-CLIENT-KEY yang tidak terdaftar',
  'token-b2b/signature/client-key-not-looked-at': () =>
    'string-to-sign tidak disusun dari X-CLIENT-KEY yang diterima, melainkan dari ID yang disimpan server',

  'token-b2b/signature/public-key': () => 'public key',
  'token-b2b/signature/client-secret': () => 'client secret',
  'token-b2b/signature/hmac': ({ secret }) => `dibuat dengan HMAC dan ${secret}`,
  'token-b2b/signature/hmac-algorithm': ({ digest, secret, clientId }) =>
    `HMAC-${digest.toUpperCase()} dengan ${secret}, untuk klien ${clientId}`,

  'token-b2b/signature/body-signed': () => 'yang ditandatangani adalah body, bukan string-to-sign',
  'token-b2b/signature/body-digest-signed': () =>
    'yang ditandatangani adalah hash body, bukan string-to-sign',
  'token-b2b/signature/transaction-asymmetric-text': () =>
    'yang ditandatangani adalah string-to-sign asimetris milik transaksi',
  'token-b2b/signature/transaction-symmetric-text': () =>
    'yang ditandatangani adalah string-to-sign simetris milik transaksi',
  'token-b2b/signature/transaction-symmetric-scheme': () =>
    'dibuat dengan skema simetris milik transaksi',
  'token-b2b/signature/no-token-to-sign': ({ answer }) =>
    `permintaan pembanding tidak memberikan token untuk ditandatangani: ${answer}`,

  'token-b2b/signature/forged-padding': () =>
    'padding di dalam signature bukan padding yang ditentukan',
  'token-b2b/signature/forged-digest-info': () =>
    'DigestInfo di dalam signature bukan yang ditentukan',
  'token-b2b/signature/trailing-garbage': () => 'ada byte lain setelah digest di dalam signature',
  'token-b2b/signature/missing-null': () =>
    'DigestInfo di dalam signature tidak memiliki parameter NULL',
  'token-b2b/signature/plus-modulus': ({ times }) =>
    `modulus ditambahkan ke signature (${times} kali)`,

  'token-b2b/signature/some-seconds-ago': () => 'ditandatangani beberapa detik yang lalu',
  'token-b2b/signature/granted-before': () =>
    'permintaan yang persis sama sudah pernah memperoleh token',
  'token-b2b/signature/no-first-use': () =>
    'tidak ada permintaan yang ditandatangani beberapa detik yang lalu memperoleh token, jadi tidak ada yang dapat dikirim dua kali',
  'token-b2b/signature/second-use-unclear': ({ answer }) =>
    `pemakaian kedua tidak mendapat respons yang jelas: ${answer}`,
  'token-b2b/signature/replay-not-documented': ({ given }) =>
    `dokumen tidak menyatakan apakah permintaan yang sudah ditandatangani boleh dipakai dua kali (${given ? 'diterima' : 'ditolak'})`,
  'token-b2b/signature/replay': ({ given, answer, wanted }) =>
    `permintaan yang sama ${given ? 'diterima' : 'ditolak'} pada kali kedua (${answer}); menurut dokumen seharusnya ${wanted ? 'diterima' : 'ditolak'}`,
};
