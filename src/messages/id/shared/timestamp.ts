import type { sharedTimestamp as English } from '../../en/shared/timestamp.js';

/** What is said of X-TIMESTAMP, whichever service it is sent to. */
export const sharedTimestamp: typeof English = {
  'shared/timestamp/wrong': ({ what }) => `X-TIMESTAMP ${what}`,
  'shared/timestamp/has-no-offset': () => 'tidak memiliki offset',
  'shared/timestamp/is-epoch': () => 'berupa hitungan detik atau milidetik sejak 1970',
  'shared/timestamp/has-impossible-date': () => 'memuat tanggal yang tidak ada dalam kalender',
  'shared/timestamp/is-garbage': () => 'sama sekali bukan timestamp',
  'shared/timestamp/lies-off': ({ seconds }) =>
    seconds < 0
      ? `X-TIMESTAMP sudah lewat ${Math.abs(seconds)} detik`
      : `X-TIMESTAMP mendahului waktu sekarang ${seconds} detik`,
  'shared/timestamp/left-out': ({ form, seconds }) =>
    `X-TIMESTAMP dihilangkan, dan signature dibuat dari ${seconds === 0 ? 'waktu sekarang' : 'detik berikutnya'} dalam bentuk ${form}`,
  'shared/timestamp/in-form': ({ form }) => `X-TIMESTAMP dalam bentuk ${form}`,
  'shared/timestamp/in-ruled-out-form': ({ form }) =>
    `X-TIMESTAMP dalam bentuk ${form}, yang dilarang dokumen`,
  'shared/timestamp/under-ruled-out-offset': () =>
    'X-TIMESTAMP memiliki offset selain +07:00, yang dilarang dokumen',
  'shared/timestamp/with-other-offset': () => 'X-TIMESTAMP dengan offset lain',
  'shared/timestamp/signed-in-other-form': ({ signed }) =>
    `signature dibuat dari ${signed}, teks lain untuk waktu yang sama`,
  'shared/timestamp/signed-on-twelve-hour-clock': ({ signed }) =>
    `signature dibuat dari ${signed}, dengan jam dalam format 12 jam: di sana 13 sampai 23 menjadi 01 sampai 11, dan 00 menjadi 12`,
  'shared/timestamp/form-got-no-answer': ({ form, why }) =>
    `bentuk ${form} menurut dokumen tidak mendapat respons: ${why}`,
  'shared/timestamp/forms-accepted': ({ accepted }) =>
    `bentuk-bentuk menurut dokumen diterima (diterima: ${accepted.join(', ') || 'tidak ada'})`,
  'shared/timestamp/form-refused': ({ form, answer, accepted }) =>
    `bentuk ${form} menurut dokumen ditolak: ${answer} (diterima: ${accepted.join(', ') || 'tidak ada'})`,
  'shared/timestamp/slightly-ahead': ({ seconds }) =>
    `X-TIMESTAMP mendahului ${seconds} detik, seperti yang ditulis klien yang jamnya sedikit lebih cepat`,
  'shared/timestamp/no-future-allowed': () =>
    'dokumen tidak mengizinkan timestamp yang mendahului waktu sekarang',
  'shared/timestamp/no-window': () => 'dokumen tidak menyebut batas waktu',
  'shared/timestamp/offset-not-documented': () => 'timestamp dalam dokumen tidak memiliki offset',
  'shared/timestamp/one-offset-documented': () =>
    'dokumen tidak mencantumkan bentuk timestamp dengan offset yang boleh dipilih klien',
  'shared/timestamp/nothing-ruled-out': () =>
    'dokumen tidak melarang bentuk timestamp yang benar mana pun',
};
