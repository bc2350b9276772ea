import type { mistakesPath as English } from '../../en/mistakes/path.js';

/** Mistakes of senders: path and query. Each completes "signature-nya dibuat …". */
export const mistakesPath: typeof English = {
  'mistakes/path/with-host': () => 'dari path dengan host di depannya',
  'mistakes/path/with-prefix': () => 'dari path dengan awalan yang tidak dikirim',
  'mistakes/path/trailing-slash': () =>
    'dari path dengan garis miring yang lebih atau kurang di akhirnya',
  'mistakes/path/no-leading-slash': () => 'dari path tanpa garis miring pertama',
  'mistakes/path/double-slash': () =>
    'dari path dengan garis miring yang digandakan, atau yang ganda menjadi tunggal',
  'mistakes/path/escapes-in-other-case': () =>
    'dari URL dengan percent-encoding dalam huruf besar/kecil berbeda',
  'mistakes/path/encoded-once-more': () => 'dari URL dengan percent-encoding sekali lagi',
  'mistakes/path/letter-case': () => 'dari path dengan huruf besar/kecil berbeda',
  'mistakes/path/last-part-alone': () => 'dari bagian terakhir path saja',
  'mistakes/path/white-space': () => 'dari path dengan whitespace di sebelahnya',
  'mistakes/path/backslashes': () => 'dari path dengan garis miring yang di-escape',
  'mistakes/path/quoted': () => 'dari path di dalam tanda kutip',
  'mistakes/path/undefined': () => 'dengan "undefined" atau sejenisnya sebagai pengganti path',
  'mistakes/path/empty': () => 'dengan bagian path yang kosong atau hanya berisi garis miring',
  'mistakes/path/with-fragment': () => 'dari path dengan # di akhirnya',
  'mistakes/path/with-method': () => 'dari path dengan metode di depannya',
  'mistakes/path/with-protocol': () => 'dari seluruh baris permintaan',
  'mistakes/path/query-not-sorted': () => 'dengan query string menurut urutan pengirimannya',
  'mistakes/path/query-decoded': () =>
    'dari query string yang percent-encoding-nya sudah di-decode',
  'mistakes/path/query-encoded-otherwise': () =>
    'dari query string dengan encoding lain: %20 atau +, karakter lain dibiarkan apa adanya',
  'mistakes/path/query-as-html': () => 'dari query string dengan & sebagai &amp; atau \\u0026',
  'mistakes/path/query-without-equals': () => 'dari query string tanpa tanda sama dengan',
  'mistakes/path/query-values-alone': () => 'dari nilai-nilai query string saja',
  'mistakes/path/bare-question-mark': () => 'dari path dengan tanda tanya di akhirnya',
  'mistakes/path/query-without-question-mark': () =>
    'dari path dan query string tanpa tanda tanya di antaranya',
};
