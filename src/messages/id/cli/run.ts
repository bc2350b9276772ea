import type { cliRun as English } from '../../en/cli/run.js';

/** What a run tells on the terminal as it goes, and at its end. */
export const cliRun: typeof English = {
  'cli/run/begins': ({ checks, depth, seed }) =>
    `${checks} pemeriksaan, kedalaman ${depth}, seed ${seed}`,
  'cli/run/stopping': () =>
    'Pengujian dihentikan; laporan akan memuat temuan sejauh ini. Sinyal kedua menghentikannya seketika.',
  'cli/run/by-npx': ({ command }) =>
    `Pengujian ini dijalankan dengan npx, jadi perintah di atas diawali dengan: ${command}`,
  'cli/run/starting': () => 'memulai …',
  'cli/run/counts': ({ done, total, requests, failures, left }) =>
    `${done}/${total} pemeriksaan, ${requests} permintaan, ${failures} gagal, ${left}`,
  'cli/run/elapsed': ({ seconds }) => `${seconds} detik`,
  'cli/run/seconds-left': ({ seconds }) => `sisa ${seconds} detik`,
  'cli/run/minutes-left': ({ minutes }) => `sisa ${minutes} menit`,
  'cli/run/check': ({ milliseconds, requests }) => `${milliseconds} ms, ${requests} permintaan`,
  'cli/run/reports': () => 'Laporan:',
  'cli/run/baseline-fails': ({ file }) =>
    `${file} membuat pengujian ini gagal. Hapus entri usang, atau biarkan --update-baseline menghapusnya; beri entri kedaluwarsa tanggal baru, atau perbaiki yang gagal:`,
};
