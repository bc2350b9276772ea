import type { tokenB2bSecurity as English } from '../../en/token-b2b/security.js';

/** What is said of tokens that can be guessed, of clients that are mixed up, and of answers 429. */
export const tokenB2bSecurity: typeof English = {
  'token-b2b/security/grant-missing': ({ answer }) =>
    `satu respons sukses tidak ada dalam sampel: ${answer}`,
  'token-b2b/security/no-sample': ({ grants, tokens, jwts }) =>
    `${grants} respons sukses memuat ${tokens} token yang berbeda, terlalu sedikit untuk menjadi sampel${jwts ? ': JWT yang dibuat lagi dalam detik yang sama dapat berupa teks yang sama' : ''}`,
  'token-b2b/security/tokens-in-a-row': ({ tokens, found }) =>
    `${tokens} token berurutan: ${found}`,
  'token-b2b/security/tokens-predictable': ({ seen, bits }) =>
    `${seen}, sehingga kurang dari ${bits} bit yang harus ditebak`,
  'token-b2b/security/tokens-signed': () => 'masing-masing berupa JWT dengan signature target',
  'token-b2b/security/characters-change': ({ changing, length, growing }) => {
    const growth =
      growing === undefined
        ? ''
        : `, ${growing} di antaranya seperti jam atau pencacah yang hanya naik`;
    return `${changing} dari ${length} karakter berubah${growth}`;
  },

  'token-b2b/security/request-of-other-client': () => 'ini permintaan valid dari klien lain',
  'token-b2b/security/token-names-other-client': ({ client, named }) =>
    `permintaan dari ${client} memperoleh token yang claim-nya menyebut ${named}, ketika keduanya meminta bersamaan`,
  'token-b2b/security/same-token-for-both': () => 'kedua klien memperoleh token yang sama',
  'token-b2b/security/no-token-for-client': ({ client, answer }) =>
    `permintaan dari ${client} tidak memperoleh token: ${answer}`,
  'token-b2b/security/tokens-name-no-client': () =>
    'token tidak menyebut klien: pemiliknya baru terlihat saat token dipakai',
  'token-b2b/security/tokens-name-their-clients': ({ tokens }) =>
    `masing-masing dari ${tokens} token menyebut klien yang memintanya`,

  'token-b2b/security/no-answer-429': () =>
    'tidak ada permintaan dalam pengujian ini yang dibalas dengan 429',
  'token-b2b/security/status-of-429': ({ status }) =>
    `terlalu banyak permintaan dinyatakan dengan HTTP ${status}, bukan 429`,
  'token-b2b/security/code-of-429': ({ code, documented }) =>
    `respons 429 memiliki responseCode ${code ?? '(tidak ada)'}, bukan ${documented}`,
  'token-b2b/security/retry-after-absent': () => 'respons 429 tidak memiliki Retry-After',
  'token-b2b/security/retry-after-unreadable': ({ value }) =>
    `Retry-After pada respons 429 bukan detik dan bukan tanggal: ${JSON.stringify(value)}`,
};
