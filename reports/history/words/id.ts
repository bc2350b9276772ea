import type { en } from './en.js';

/** The same in Indonesian. */
export const id: Record<keyof typeof en, string> = {
  history: 'Kesesuaian SNAP dari waktu ke waktu',
  historyOf: 'Kesesuaian SNAP dari waktu ke waktu: {0}',
  historyHead: '{0} hasil dari {1} target',
  from: 'Dari',
  to: 'Sampai',
  versions: 'Versi alat',
  keyNextFailure: 'kegagalan berikutnya',
  keyFailureBefore: 'kegagalan sebelumnya',
  historyFooter:
    'Dibuat dari hasil yang tersimpan; tidak ada permintaan yang dikirim. Kesimpulan dihitung dari hasil setiap pemeriksaan.',

  nowVerdict: 'kini {0}',
  sinceWhen: 'sejak {0}',
  fromFirst: 'pada semua hasilnya',
  points: 'Hasil',
  pointsMean: 'Yang terbaru lebih dahulu.',
  result: 'Hasil',
  verdict: 'Kesimpulan',
  must: 'MUST gagal',
  should: 'Peringatan',
  open: 'Tidak dapat dipastikan',
  reasonsCol: 'Penyebab',
  medianMs: 'Median, ms',
  p95Ms: '95 dari 100 dalam, ms',
  version: 'Versi',
  profile: 'Profil',
  wasInterrupted: 'terhenti',

  failuresChart: 'Kegagalan',
  failuresChartMeans:
    'Satu kolom untuk satu hasil: MUST yang gagal, di atasnya peringatan, lalu yang tidak dapat dipastikan; di bawahnya kesimpulan.',
  latencyChart: 'Waktu respons',
  latencyChartMeans: 'Satu titik untuk satu hasil: median, dan waktu untuk 95 dari 100 respons.',

  failing: '{0} pemeriksaan gagal, dan sejak kapan',
  failingNone: 'Tidak ada pemeriksaan yang gagal pada hasil terakhir yang menilainya.',
  failedOnce: '{0} kegagalan sebelumnya',
  failsSince: 'sejak {0}',
  failedFromTo: '{0} sampai {1}',
  before: 'Sebelumnya',
  beforeWas: '{0}: {1}',
  neverJudged: 'Sudah gagal pada hasil pertama yang menilainya.',
  lastSaid: 'Temuan terakhir',
  cameWith: 'Bersamaan dengan',
  withTarget:
    'Alat, katalog, profil, seed, kedalaman, dan pilihan pemeriksaan tidak berubah: targetnya yang berubah.',
  withOurs: 'Perubahan di pihak kami, sehingga tidak dianggap perubahan target:',
  withRun:
    'Masukan atau pilihan yang berbeda, sehingga tidak diketahui apakah targetnya yang berubah:',
  fixedAt: 'Lulus sejak {0}',

  changes: 'Apa yang berubah, dan kapan',
  changesNone: 'Tidak ada yang berubah dari satu hasil ke hasil berikutnya.',
  changeOurs: 'Alat, katalog, dan profil (pihak kami)',
  changeRun: 'Pengujian',
  changeTarget: 'Target',
  changeBroken: 'Gagal sejak itu',
  changeFixed: 'Lulus sejak itu',
  changeDialect: 'Yang terukur dari target',
  changeDialectOurs: 'Terukur berbeda, bersamaan dengan perubahan di pihak kami',
  absent: 'tidak ada',
};
