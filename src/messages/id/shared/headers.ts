import type { sharedHeaders as English } from '../../en/shared/headers.js';

/** What is said of headers that only some documents name. */
export const sharedHeaders: typeof English = {
  'shared/headers/none-required': () =>
    'dokumen tidak mewajibkan header selain yang ada dalam standar',
  'shared/headers/none-with-form': () =>
    'dokumen tidak menyebut bentuk header selain yang ada dalam standar',
  'shared/headers/of-length': ({ header, length }) => `${header} berisi ${length} karakter`,
  'shared/headers/with-letters': ({ header }) => `${header} memuat huruf`,
};
