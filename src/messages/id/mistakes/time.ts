import type { mistakesTime as English } from '../../en/mistakes/time.js';

/** Mistakes of senders: the timestamp. Each completes "signature-nya dibuat …". */
export const mistakesTime: typeof English = {
  'mistakes/time/iso-string': () =>
    'dari timestamp sebagaimana dicetak toISOString JavaScript: dalam UTC, dengan milidetik',
  'mistakes/time/utc-form': () => 'dari timestamp dalam UTC, berakhiran Z',
  'mistakes/time/other-offset': () => 'dari timestamp dalam zona lain untuk waktu yang sama',
  'mistakes/time/offset-in-full': () =>
    'dari timestamp dengan offset yang tidak ada pada yang dikirim atau ditulis berbeda',
  'mistakes/time/offset-without-colon': () =>
    'dari timestamp dengan +0700 sebagai pengganti +07:00',
  'mistakes/time/offset-without-minutes': () =>
    'dari timestamp dengan +07 sebagai pengganti +07:00',
  'mistakes/time/no-offset': () => 'dari timestamp tanpa offset',
  'mistakes/time/local-digits-as-utc': () => 'dari waktu lokal yang diberi label UTC',
  'mistakes/time/utc-digits': () => 'dari waktu UTC yang diberi label zona lokal',
  'mistakes/time/offset-added-twice': () => 'dari waktu yang ditambah offset dua kali',
  'mistakes/time/other-offset-label': () => 'dari angka yang sama dengan offset lain',
  'mistakes/time/minus-for-plus': () => 'dari timestamp dengan tanda minus di depan offset',
  'mistakes/time/plus-lost': () => 'dari timestamp yang +-nya hilang, atau berubah menjadi spasi',
  'mistakes/time/plus-restored': () =>
    'dari timestamp dengan +, yang berubah menjadi spasi sebelum sampai di header',
  'mistakes/time/offset-spaced': () => 'dari timestamp dengan spasi di depan offset',
  'mistakes/time/offset-unpadded': () => 'dari timestamp dengan offset yang kurang satu digit',
  'mistakes/time/zone-name': () => 'dari timestamp dengan nama zona sebagai pengganti offset',
  'mistakes/time/pattern-letter': () =>
    'dari timestamp dengan huruf pola yang tertinggal di dalamnya',
  'mistakes/time/milliseconds-added': () =>
    'dari timestamp dengan milidetik .000, padahal dikirim tanpa milidetik',
  'mistakes/time/fraction-not-signed': () => 'dari timestamp tanpa pecahan detik yang dikirim',
  'mistakes/time/more-fraction-digits': () =>
    'dari timestamp dengan digit pecahan detik lebih banyak daripada yang dikirim',
  'mistakes/time/fraction-cut-off': () =>
    'dari timestamp dengan digit pecahan detik lebih sedikit daripada yang dikirim',
  'mistakes/time/fraction-dropped': () =>
    'dari timestamp dengan pecahan detik, padahal dikirim tanpa pecahan',
  'mistakes/time/microseconds-dropped': () =>
    'dari timestamp dengan mikrodetik, padahal dikirim tanpa mikrodetik',
  'mistakes/time/fraction-cut': () =>
    'dari timestamp dengan mikrodetik, padahal dikirim dengan milidetik',
  'mistakes/time/fraction-trimmed': () => 'dari timestamp tanpa nol di akhir pecahannya',
  'mistakes/time/milliseconds-zeroed': () => 'dari timestamp dengan pecahan bernilai nol',
  'mistakes/time/milliseconds-apart': () =>
    'dari timestamp yang berselisih beberapa milidetik: jam dibaca dua kali',
  'mistakes/time/fraction-apart': () =>
    'dari pecahan lain pada detik yang sama: jam dibaca dua kali',
  'mistakes/time/comma-fraction': () => 'dari timestamp dengan koma di depan pecahan',
  'mistakes/time/colon-fraction': () => 'dari timestamp dengan titik dua di depan pecahan',
  'mistakes/time/space-for-t': () => 'dari timestamp dengan spasi sebagai pengganti T',
  'mistakes/time/t-for-space': () => 'dari timestamp dengan T yang tidak ada pada yang dikirim',
  'mistakes/time/no-t': () => 'dari timestamp tanpa T, atau dengan karakter lain di tempatnya',
  'mistakes/time/quoted-t': () => "dari timestamp dengan 'T' dalam tanda kutip",
  'mistakes/time/lower-case-letters': () => 'dari timestamp dengan t atau z dalam huruf kecil',
  'mistakes/time/epoch-seconds': () => 'dari jumlah detik sejak 1970',
  'mistakes/time/epoch-milliseconds': () => 'dari jumlah milidetik sejak 1970',
  'mistakes/time/compact': () => 'dari timestamp tanpa pemisah',
  'mistakes/time/date-only': () => 'dari tanggal saja',
  'mistakes/time/no-seconds': () => 'dari timestamp tanpa detik, atau dengan 00 sebagai detiknya',
  'mistakes/time/slashes': () => 'dari timestamp dengan garis miring pada tanggalnya',
  'mistakes/time/day-month-year': () => 'dari timestamp dengan hari di depan bulan dan tahun',
  'mistakes/time/http-date': () => 'dari waktu dalam bentuk tanggal HTTP',
  'mistakes/time/language-default': () =>
    'dari waktu sebagaimana dicetak bahasa pemrograman secara bawaan',
  'mistakes/time/time-dots': () =>
    'dari timestamp dengan titik, atau tanpa pemisah, di antara jam, menit, dan detik',
  'mistakes/time/arabic-digits': () =>
    'dari timestamp dalam angka Arab, sebagaimana dicetak locale mesin',
  'mistakes/time/buddhist-year': () => 'dari tahun kalender Buddha',
  'mistakes/time/hour-twenty-four': () =>
    'dari timestamp dengan 24 untuk tengah malam, sebagaimana dicetak pola kk',
  'mistakes/time/week-year': () =>
    'dari tahun yang memuat minggunya, sebagaimana dicetak pola YYYY',
  'mistakes/time/minutes-as-month': () =>
    'dari menit sebagai pengganti bulan, sebagaimana dicetak pola mm',
  'mistakes/time/month-as-minutes': () =>
    'dari bulan sebagai pengganti menit, sebagaimana dicetak pola MM',
  'mistakes/time/month-and-minutes-mixed': () => 'dari bulan dan menit yang tertukar',
  'mistakes/time/month-as-seconds': () => 'dari bulan sebagai pengganti detik',
  'mistakes/time/month-from-zero': () => 'dari bulan yang dihitung mulai dari nol',
  'mistakes/time/month-off-by-one': () => 'dari bulan sesudah bulan yang dikirim',
  'mistakes/time/day-and-month-swapped': () => 'dari hari dan bulan yang tertukar',
  'mistakes/time/day-of-year': () =>
    'dari hari ke berapa dalam setahun, sebagaimana dicetak pola DD',
  'mistakes/time/day-of-week': () => 'dari hari dalam seminggu sebagai pengganti tanggal',
  'mistakes/time/unpadded': () => 'dari timestamp tanpa nol di depan angka',
  'mistakes/time/short-year': () => 'dari tahun dua atau tiga digit',
  'mistakes/time/fraction-as-seconds': () =>
    'dari pecahan sebagai pengganti detik, sebagaimana dicetak pola SS',
  'mistakes/time/clock-read-twice': ({ seconds, later }) =>
    `dari timestamp yang ${seconds} detik ${later ? 'lebih lambat' : 'lebih awal'}: jam dibaca dua kali`,
  'mistakes/time/seconds-apart': ({ seconds, later }) =>
    `dari timestamp yang ${seconds} detik ${later ? 'lebih lambat' : 'lebih awal'}: dibuat pada saat yang berbeda dari header`,
  'mistakes/time/minutes-apart': ({ seconds, later }) =>
    `dari timestamp yang ${Math.floor(seconds / 60)} menit ${seconds % 60} detik ${later ? 'lebih lambat' : 'lebih awal'}: signature dari permintaan lain`,
  'mistakes/time/hours-apart': () =>
    'dari waktu yang berselisih beberapa jam penuh, dengan offset yang sama',
  'mistakes/time/day-apart': () => 'dari timestamp sehari sebelum atau sesudahnya',
  'mistakes/time/year-apart': () => 'dari timestamp setahun sebelum atau sesudahnya',
  'mistakes/time/trimmed': () => 'dari timestamp tanpa whitespace di sekelilingnya',
  'mistakes/time/white-space': () => 'dari timestamp dengan whitespace di sebelahnya',
  'mistakes/time/quoted': () => 'dari timestamp dalam tanda kutip',
  'mistakes/time/unquoted': () => 'dari timestamp tanpa tanda kutip di sekelilingnya',
  'mistakes/time/percent-encoded': () => 'dari timestamp dengan percent-encoding',
  'mistakes/time/percent-decoded': () => 'dari timestamp yang percent-encoding-nya sudah di-decode',
  'mistakes/time/escaped': () => 'dari timestamp dengan + sebagai escape',
  'mistakes/time/undefined': () => 'dengan "undefined" atau sejenisnya sebagai pengganti timestamp',
  'mistakes/time/empty': () => 'dengan bagian timestamp yang kosong',
};
