import type { formRows as English } from '../../en/form/rows.js';

/** Why a row of the certification form is not tried. */
export const formRows: typeof English = {
  'form/rows/not-within': () => 'di luar lingkup alat ini, yang menguji access token dan signature',
  'form/rows/of-merchant': () =>
    'ini diuji pada layanan yang disediakan merchant, dengan role: merchant',
  'form/rows/no-field': () =>
    'formulir tidak menyebutkan field di sini: sebutkan dengan form.rows di konfigurasi',
  'form/rows/no-check-of-header': ({ field }) =>
    `tidak ada pemeriksaan yang membuat ${field} salah dengan cara ini: sebutkan header lain, atau field body, sebagai field dari baris ini`,
};
