import type { httpForeignAnswer as English } from '../../en/http/foreign-answer.js';

/** Why what answers is not a SNAP service. */
export const httpForeignAnswer: typeof English = {
  'http/foreign-answer/not-json': ({ came, status }) =>
    `${came} dengan HTTP ${status}, padahal seharusnya JSON`,
  'http/foreign-answer/page-came': () => 'yang datang adalah halaman HTML',
  'http/foreign-answer/nothing-came': () => 'tidak ada isi yang datang',
  'http/foreign-answer/untyped-text-came': () => 'yang datang adalah teks tanpa tipe media',
  'http/foreign-answer/media-type-came': ({ mediaType }) => `yang datang adalah ${mediaType}`,
  'http/foreign-answer/oauth-error': ({ error }) => `responsnya adalah error OAuth ${error}`,
  'http/foreign-answer/asks-for-basic': () =>
    'target meminta kredensial HTTP Basic, seperti server OAuth biasa',
  'http/foreign-answer/asks-for-names': ({ names }) =>
    `target meminta ${names.join(' dan ')}, yang tidak ada dalam permintaan token SNAP mana pun, dan responsnya tidak memiliki responseCode`,
};
