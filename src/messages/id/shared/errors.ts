import type { sharedErrors as English } from '../../en/shared/errors.js';

/** What is said of refusals, whichever service gives them. */
export const sharedErrors: typeof English = {
  'shared/errors/code-of-other-status': ({ status, code, codeStatus }) =>
    `HTTP ${status} dengan kode ${code}, yang berarti ${codeStatus}`,
  'shared/errors/code-of-other-service': ({ code, named, own }) =>
    `kode ${code} menyebut kode layanan ${named}, bukan ${own}`,
  'shared/errors/unknown-case': ({ code, caseCode, codeStatus }) =>
    `tabel standar tidak memiliki case code ${caseCode} untuk ${codeStatus} (${code})`,
  'shared/errors/other-code': ({ faultClass, code, documented }) =>
    `${faultClass}: kodenya ${code}, menurut dokumen ${documented.join(' atau ')}`,
  'shared/errors/other-status': ({ faultClass, status, documented }) =>
    `${faultClass}: status HTTP-nya ${status}, menurut dokumen ${documented.join(' atau ')}`,
  'shared/errors/codes-of-own-form': () =>
    'kode dalam dokumen memakai bentuk milik penyedia layanan sendiri',
  'shared/errors/router-answer': ({ status, documented }) =>
    `metode lain ditolak oleh router, bukan oleh layanan: HTTP ${status} tanpa responseCode, menurut dokumen ${documented.join(' atau ')}`,
  'shared/errors/other-message': ({ faultClass, text, documented }) =>
    `${faultClass}: pesannya ${JSON.stringify(text)}, menurut dokumen ${documented.map((each) => JSON.stringify(each)).join(' atau ')}`,
  'shared/errors/field-not-named': ({ text, field }) =>
    `pesan ${JSON.stringify(text)} tidak menyebut field ${field}`,
  'shared/errors/content-type': ({ mediaType }) =>
    mediaType === undefined
      ? 'respons penolakan tidak memiliki Content-Type, seharusnya application/json'
      : `Content-Type respons penolakan adalah ${mediaType}, bukan application/json`,
  'shared/errors/no-timestamp-header': () => 'respons penolakan tidak memiliki header X-TIMESTAMP',
  'shared/errors/carries-token': ({ status, code }) =>
    `respons penolakan (HTTP ${status}${code === undefined ? '' : `, ${code}`}) memuat access token`,
  'shared/errors/target-broke': ({ status }) =>
    `HTTP ${status}: target mengalami kesalahan internal pada permintaan yang seharusnya ditolak`,
  'shared/errors/broke-on-a-valid-request': ({ status }) =>
    `HTTP ${status} untuk permintaan yang valid`,
  'shared/errors/success-status': ({ status }) => `penolakan dengan HTTP ${status}`,
  'shared/errors/leaks': ({ leak }) => `respons penolakan memperlihatkan ${leak}`,
  'shared/errors/stack-trace': () => 'stack trace',
  'shared/errors/exception-name': () => 'nama exception internal',
  'shared/errors/sql-error': () => 'pesan kesalahan SQL',
  'shared/errors/file-path': () => 'path file di server',
  'shared/errors/error-page': () => 'halaman kesalahan milik framework',
  'shared/errors/answer-not-documented': () =>
    'dokumen tidak menunjukkan respons untuk kesalahan ini',
  'shared/errors/nothing-gets-it-wrong': () =>
    'tidak ada permintaan ke target ini yang memuat kesalahan ini',
  'shared/errors/no-answer-documented': () =>
    'dokumen tidak menunjukkan satu pun respons untuk permintaan yang salah',
  'shared/errors/no-message-documented': () =>
    'dokumen tidak menunjukkan satu pun pesan dalam respons untuk permintaan yang salah',
  'shared/errors/no-documented-message-seen': () =>
    'tidak ada respons penolakan dalam pengujian ini yang pesannya tercantum dalam dokumen',
  'shared/errors/no-field-case-seen': () =>
    'tidak ada respons penolakan menurut dokumen dalam pengujian ini yang case code-nya menyebut field',
};
