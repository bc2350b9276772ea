import type { sharedResponse as English } from '../../en/shared/response.js';

const quoted = (text: string | undefined) =>
  text === undefined ? 'tidak ada' : JSON.stringify(text);

/** What is said of the answer to a granted request, whichever service gives it. */
export const sharedResponse: typeof English = {
  'shared/response/status': ({ status }) =>
    `respons sukses datang dengan HTTP ${status}, bukan 200`,
  'shared/response/content-type': ({ mediaType }) =>
    mediaType === undefined
      ? 'respons sukses tidak memiliki Content-Type, seharusnya application/json'
      : `Content-Type respons sukses adalah ${mediaType}, bukan application/json`,
  'shared/response/timestamp-off': ({ seconds }) =>
    `X-TIMESTAMP pada respons ${Math.abs(seconds)} detik ${seconds < 0 ? 'di belakang' : 'mendahului'} waktu respons`,
  'shared/response/other-client-key': ({ echoed, sent }) =>
    `X-CLIENT-KEY pada respons adalah ${quoted(echoed)}, pada permintaan ${quoted(sent)}`,
  'shared/response/can-be-stored': ({ cacheControl }) =>
    cacheControl === undefined
      ? 'Cache-Control tidak ada, jadi no-store tidak tercantum'
      : `Cache-Control adalah ${quoted(cacheControl)}, tanpa no-store`,
  'shared/response/member-twice': ({ member }) =>
    `field ${quoted(member)} tercantum dua kali dalam body`,
  'shared/response/header-not-documented': ({ header }) =>
    `dokumen tidak menyebut header respons ${header}`,
  'shared/response/token-types-open': () => 'dokumen tidak menyebut nilai tokenType',
};
