import type { tokenB2b2cControl as English } from '../../en/token-b2b2c/control.js';

/** What is said of the token service B2B2C, and of why it refuses the control. */
export const tokenB2b2cControl: typeof English = {
  'token-b2b2c/control/no-customer': () =>
    'customer tidak ada di konfigurasi: diperlukan kode otorisasi dari seorang konsumen',
  'token-b2b2c/control/code-not-valid': () =>
    'kode otorisasi sudah dipakai, sudah terlalu lama, atau milik klien lain',
  'token-b2b2c/control/grant-types-spelled-otherwise': ({ spellings }) =>
    `ejaan grant type di target berbeda dari ${spellings.join(', ')}`,
};
