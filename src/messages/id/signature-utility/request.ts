import type { signatureUtilityRequest as English } from '../../en/signature-utility/request.js';

/** How a request to a signature utility differs from the control. */
export const signatureUtilityRequest: typeof English = {
  'signature-utility/request/earlier': ({ seconds }) => `X-TIMESTAMP ${seconds} detik lebih awal`,
  'signature-utility/request/header-missing': ({ header }) => `${header} tidak ada`,
  'signature-utility/request/spaced-body': () =>
    'body memuat baris baru, dan spasi di dalam string-nya',
  'signature-utility/request/unsorted-query': () =>
    'EndpoinUrl memiliki query string yang tidak diurutkan',
  'signature-utility/request/no-key': () => 'Private_Key sama sekali bukan kunci',
  'signature-utility/request/random-key': () => 'Private_Key berisi byte acak',
  'signature-utility/request/public-key': () => 'Private_Key berisi public key',
  'signature-utility/request/curve-key': () => 'Private_Key adalah kunci kurva eliptik, bukan RSA',
};
