import type { reportLabels as English } from '../../en/report/labels.js';

/** Where a seed is from. */
const origins = { default: 'bawaan', given: 'ditentukan', random: 'acak' };

/** The words of the reports that are one text: names of lines, headings and outcomes. */
export const reportLabels: typeof English = {
  'report/outcome/failed': () => 'gagal',
  'report/outcome/warning': () => 'peringatan',
  'report/outcome/warnings': () => 'peringatan',
  'report/outcome/cantTell': () => 'tidak dapat dipastikan',
  'report/outcome/passed': () => 'lulus',
  'report/outcome/untested': () => 'tidak diuji',
  'report/outcome/inapplicable': () => 'tidak berlaku',

  'report/line/requirement': () => 'Persyaratan',
  'report/line/sent': () => 'Dikirim',
  'report/line/expected': () => 'Seharusnya',
  'report/line/got': () => 'Respons',
  'report/line/found': () => 'Temuan',
  'report/line/cause': () => 'Penyebab',
  'report/line/likely-cause': () => 'Kemungkinan penyebab',
  'report/line/remedy': () => 'Perbaikan',
  'report/line/replay': () => 'Ulangi dengan',

  'report/problem/verdict': () => 'Setiap bagian pengujian ada, dan ada yang lulus di dalamnya',
  'report/problem/control': () => 'Permintaan valid yang menjadi dasar setiap pemeriksaan diterima',
  'report/problem/stale': ({ message }) => `entri usang: ${message}`,
  'report/problem/expired': ({ message }) => `entri kedaluwarsa: ${message}`,
  'report/problem/warned': ({ level }) => `Peringatan: persyaratan ${level} tidak terpenuhi.`,
  'report/problem/interrupted': () =>
    'Pengujian terhenti sebelum selesai: yang tertera di sini hanya sebagian.',

  'report/run/left-out': ({ targets }) => `target yang tidak diikutkan: ${targets.join(', ')}`,
  'report/run/recovered': ({ checks, whole }) =>
    `Pengujian ini dihentikan paksa dan dipulihkan dari jurnalnya: ${
      whole
        ? 'semua pemeriksaannya sudah selesai'
        : `${checks} pemeriksaan sudah selesai saat itu, selebihnya tidak diuji`
    }.`,
  'report/run/seed': ({ seed, from }) =>
    from === undefined ? String(seed) : `${seed} (${origins[from]})`,
  'report/run/facts': ({ tool, seed, depth, finished }) =>
    `${tool}, seed ${seed}, kedalaman ${depth}, selesai ${finished}`,

  'report/markdown/title': () => 'Kesesuaian SNAP',
  'report/markdown/interrupted': () => 'Pengujian terhenti sebelum selesai: ini hanya sebagian.',
  'report/markdown/verdict': ({ name, verdict }) => `${name} ${verdict}`,
  'report/markdown/columns': () =>
    'Target | Profil | Kesimpulan | Gagal | Peringatan | Tidak dapat dipastikan | Lulus | Tidak diuji | Permintaan',
  'report/markdown/warnings': () => 'Peringatan',
  'report/markdown/cant-tell': () => 'Tidak dapat dipastikan',
  'report/markdown/known': () => 'Kegagalan yang sudah diketahui',
  'report/markdown/findings': ({ count }) => `${count} temuan`,
  'report/markdown/no-room': ({ count }) =>
    `${count} masalah lain tidak muat di sini: semuanya ada di laporan HTML.`,

  'report/github/interrupted': () => 'Terhenti',
  'report/github/part': () => 'Ini hanya sebagian dari pengujian.',
  'report/github/recovered': () => 'Dipulihkan',
  'report/github/more': () => 'Dan lainnya',
  'report/github/rest': ({ rest }) =>
    `${rest} lagi dengan jenis yang sama: lihat format laporan lainnya.`,

  'report/console/interrupted': () => 'terhenti sebelum selesai: ini hanya sebagian dari pengujian',
  'report/console/service': ({ service }) => `layanan ${service}`,
  'report/console/effort': ({ requests, seconds }) =>
    `${requests} permintaan dalam ${seconds} detik`,
  'report/console/likely-causes': () => 'Kemungkinan penyebab:',
  'report/console/note': () => 'catatan',
  'report/console/causes': ({ count }) => (count === 1 ? 'penyebab' : 'beberapa penyebab'),
  'report/console/cause': ({ message, findings }) => `${message} (${findings} temuan)`,
  'report/console/and': ({ ids }) => `dan ${ids.join(', ')}`,
  'report/console/sent': () => 'dikirim',
  'report/console/expected': () => 'mestinya',
  'report/console/got': () => 'respons',
  'report/console/known': () => 'diketahui',
  'report/console/replay': () => 'ulangi',
  'report/console/contradictions': () => 'kontradiksi dalam dokumen',
  'report/console/follows': ({ summary, followed }) =>
    `${summary} Target mengikuti ${followed.join(' dan ')}.`,
};
