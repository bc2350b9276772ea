import type { cliExplain as English } from '../../en/cli/explain.js';

/** The headings of `explain`. */
export const cliExplain: typeof English = {
  'cli/explain/requirement': () => 'Persyaratan',
  'cli/explain/why': () => 'Mengapa',
  'cli/explain/remedy': () => 'Perbaikan',
  'cli/explain/levels': () => 'Tingkat',
  'cli/explain/sources': () => 'Sumber',
  'cli/explain/see-it-fail': () => 'Melihatnya gagal',
  'cli/explain/unproven': () => 'Tidak ada kesalahan sandbox yang melanggarnya',
  'cli/explain/alone': () => 'Menjalankannya saja',
};
