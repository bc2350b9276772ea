import type { tokenB2bBody as English } from '../../en/token-b2b/body.js';

/** What is said of the body of a token request. */
export const tokenB2bBody: typeof English = {
  'token-b2b/body/named-as-in-oauth': ({ member }) => `nama menurut dokumen adalah ${member}`,
  'token-b2b/body/named-in-capitals': () => 'nama menurut dokumen ditulis dengan huruf besar',
  'token-b2b/body/member-not-mandatory': ({ member }) =>
    `dokumen tidak menyatakan bahwa ${member} harus ada`,
  'token-b2b/body/member-optional': ({ member }) => `${member} opsional menurut dokumen`,
  'token-b2b/body/member-presence-unspecified': ({ member }) =>
    `dokumen tidak menyatakan ${member} wajib ataupun opsional`,
  'token-b2b/body/only-grant-type-documented': () =>
    'dokumen tidak menyebut isi body selain grantType',

  'token-b2b/body/member-renamed': ({ member, by }) => `${by} menggantikan ${member}`,
  'token-b2b/body/member-empty': ({ member }) => `${member} berupa teks kosong`,
  'token-b2b/body/member-null': ({ member }) => `${member} bernilai null`,
  'token-b2b/body/member-no-text': ({ member }) => `${member} bukan teks`,
  'token-b2b/body/member-number': ({ member }) => `${member} berupa angka`,
  'token-b2b/body/member-other-case': ({ member }) => `huruf besar/kecil ${member} berbeda`,
  'token-b2b/body/member-twice': ({ member, place }) =>
    `${member} tercantum dua kali, dengan nilai lain ${place === 'before' ? 'sebelum' : 'sesudah'} nilai yang benar`,
  'token-b2b/body/other-grant-type': ({ member }) => `${member} berisi grant type lain`,

  'token-b2b/body/not-utf-8': () => 'satu teks dalam body bukan UTF-8',
  'token-b2b/body/json': () => 'body berupa JSON, dengan tipe media JSON',
  'token-b2b/body/is-a-form': () => 'menurut dokumen body ditulis sebagai form, bukan JSON',
  'token-b2b/body/is-json': () => 'menurut dokumen body ditulis sebagai JSON',
  'token-b2b/body/empty': () => 'body kosong',
  'token-b2b/body/no-object': () => 'body berupa JSON, tetapi bukan objek',
  'token-b2b/body/form-encoded': () => 'body berupa form, seperti pada OAuth 2.0 biasa',
  'token-b2b/body/byte-order-mark': () => 'ada byte order mark sebelum JSON',
  'token-b2b/body/nested-objects': ({ levels }) =>
    `body memuat objek dengan nesting ${levels} tingkat objek`,
  'token-b2b/body/nested-arrays': ({ levels }) =>
    `body memuat objek dengan nesting ${levels} tingkat array`,
  'token-b2b/body/unclosed-brackets': ({ brackets }) =>
    `body memuat ${brackets} kurung yang tidak pernah ditutup`,
  'token-b2b/body/large-text': () => 'body memuat teks 1 MiB di samping field yang benar',
  'token-b2b/body/large-white-space': () => 'body memuat 1 MiB whitespace, lalu field yang benar',
  'token-b2b/body/breaks-schema': ({ place, keyword }) =>
    `${place} melanggar ${keyword} dari skema`,

  'token-b2b/body/other-rendering': () => 'JSON yang sama dalam cara penulisan lain',
  'token-b2b/body/unknown-members': () => 'field yang tidak disebut dokumen',
  'token-b2b/body/schema-valid': () => 'body lain yang sesuai dengan skema',
  'token-b2b/body/additional-info': () => 'additionalInfo tidak ada, kosong, atau terisi',
  'token-b2b/body/additional-info-note': () => 'additionalInfo memuat catatan',
  'token-b2b/body/additional-info-text': () => 'additionalInfo memuat satu teks biasa',

  'token-b2b/body/no-clear-answer': ({ probe, why }) => `${probe}: ${why}`,
  'token-b2b/body/did-not-survive': ({ probe, why }) => `tidak ada respons, ${probe}: ${why}`,
  'token-b2b/body/survived': ({ runs }) =>
    runs === 1 ? 'permintaannya dijawab' : `semua ${runs} permintaan dijawab`,
};
