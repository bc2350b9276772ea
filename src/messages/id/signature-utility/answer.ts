import type { signatureUtilityAnswer as English } from '../../en/signature-utility/answer.js';

/** What is said of the answers of a signature utility. */
export const signatureUtilityAnswer: typeof English = {
  'signature-utility/answer/no-signature': () => 'respons tidak memuat signature',
  'signature-utility/answer/not-rsa-over-text': ({ text }) =>
    `signature yang diberikan bukan SHA256withRSA dari ${JSON.stringify(text)} dengan kunci yang dikirim`,
  'signature-utility/answer/not-hmac-over-text': ({ text }) =>
    `signature yang diberikan bukan HMAC-SHA512 dari ${JSON.stringify(text)} dengan secret yang dikirim`,
  'signature-utility/answer/in-hex': ({ start, documented }) =>
    `signature dalam heksadesimal: ${start}…, menurut dokumen ${documented}`,
  'signature-utility/answer/in-other-encoding': ({ start, documented }) =>
    `signature ditulis dalam bentuk lain: ${start}…, menurut dokumen ${documented}`,
  'signature-utility/answer/not-client-error': ({ status }) =>
    `HTTP ${status} untuk permintaan yang tidak lengkap: status 4xx menyatakan siapa yang keliru`,
  'signature-utility/answer/no-code': ({ status }) =>
    `respons penolakan (HTTP ${status}) tidak memiliki responseCode`,
  'signature-utility/answer/code-not-seven-digits': ({ code }) =>
    `responseCode adalah ${code}, bukan teks tujuh digit`,
  'signature-utility/answer/other-code': ({ code, documented }) =>
    `kodenya ${code}, menurut dokumen ${documented.join(' atau ')}`,
  'signature-utility/answer/header-not-named': ({ text, header }) =>
    `pesan ${JSON.stringify(text)} tidak menyebut ${header}`,
  'signature-utility/answer/holds-secret': ({ status, header }) =>
    `respons (HTTP ${status}) memuat nilai yang dikirim sebagai ${header}`,
};
