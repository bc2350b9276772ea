import type { reportVerdict as English } from '../../en/report/verdict.js';

/** What reports say of the verdict of a target. */
export const reportVerdict: typeof English = {
  'report/verdict/conformant': () => 'sesuai',
  'report/verdict/non-conformant': () => 'tidak sesuai',
  'report/verdict/inconclusive': () => 'belum dapat disimpulkan',
  'report/verdict/with-known': ({ verdict, known }) =>
    `${verdict} dengan ${known} kegagalan yang sudah diketahui`,
  'report/verdict/of-file': ({ stored }) => ` menurut hasilnya (tertulis di berkas: ${stored})`,
  'report/verdict/in-part': ({ chosen, all }) =>
    `dalam ${chosen} dari ${all} pemeriksaan yang dipilih`,
  'report/verdict/because': ({ why }) => `, karena ${why}`,
  'report/verdict/no-must-passed': () => 'tidak ada MUST yang lulus',
  'report/verdict/no-check-passed': () => 'tidak ada pemeriksaan yang lulus',
  'report/verdict/shards-missing': ({ missing, count }) =>
    `shard ${missing.join(', ')} dari ${count} tidak ada`,
  'report/verdict/untested': ({ verdict, untested, reasons, rest }) =>
    `${verdict}, ${untested} tidak diuji: ${reasons.join(', ')}${rest > 0 ? ` dan ${rest} alasan lain` : ''}`,
  'report/verdict/known-failure': ({ reason, until, owner }) =>
    `kegagalan yang sudah diketahui${until === undefined ? '' : ` sampai ${until}`}: ${reason}${owner === undefined ? '' : ` (${owner})`}`,
};
