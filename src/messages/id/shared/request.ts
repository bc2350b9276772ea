import type { sharedRequest as English } from '../../en/shared/request.js';

/** How a request differs from the control, whichever service it is sent to. */
export const sharedRequest: typeof English = {
  'shared/request/left-out': ({ field }) => `${field} dihilangkan`,
  'shared/request/header-empty': ({ header }) => `${header} kosong`,
  'shared/request/header-twice': ({ header, place }) =>
    `${header} tercantum dua kali, dengan nilai lain ${place === 'before' ? 'sebelum' : 'sesudah'} nilai yang benar`,
  'shared/request/header-renamed': ({ header, other }) => `${other} menggantikan ${header}`,
  'shared/request/header-added': ({ header, value }) => `${header}: ${value}`,
  'shared/request/method': ({ method }) => `dikirim dengan ${method}`,
  'shared/request/unknown-client': () => 'X-CLIENT-KEY menyebut klien yang tidak terdaftar',
  'shared/request/body-not-json': () => 'body bukan JSON',
};
