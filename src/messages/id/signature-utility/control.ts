import type { signatureUtilityControl as English } from '../../en/signature-utility/control.js';

/** What is said of a signature utility, and of why it refuses the control. */
export const signatureUtilityControl: typeof English = {
  'signature-utility/control/signature-given': () => 'signature diberikan',
  'signature-utility/control/no-signature': () => 'responsnya tidak memuat signature',
  'signature-utility/control/not-in-document': () => 'dokumen tidak memiliki signature utility',
  'signature-utility/control/not-asked-for': () =>
    'signatureUtility: true tidak ada di konfigurasi: private key dan client secret dikirim ke utility ini, jadi pengujiannya harus diminta secara khusus',
  'signature-utility/control/plain-http': () =>
    'baseUrl memakai http tanpa TLS: private key tidak pernah dikirim melaluinya',
  'signature-utility/control/no-secret-in-config': () =>
    'clientSecret tidak ada di konfigurasi: signature-service menandatangani dengannya',

  // Likely causes of a refused control.
  'signature-utility/control/another-path': () =>
    'path utility ini berbeda: overrides dapat mengaturnya di signature-utility',
  'signature-utility/control/another-form': () =>
    'utility ini meminta kunci atau client ID dalam bentuk lain: pesannya mungkin menyebut bentuk yang mana',
  'signature-utility/control/unknown-client': () => 'klien tidak terdaftar di portal ini',
};
