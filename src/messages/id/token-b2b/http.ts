import type { tokenB2bHttp as English } from '../../en/token-b2b/http.js';

/** What is said of methods, paths and HTTP's own headers at the token service. */
export const tokenB2bHttp: typeof English = {
  'token-b2b/http/allow-absent': ({ method }) =>
    `respons 405 untuk ${method} tidak memiliki header Allow, seharusnya berisi POST`,
  'token-b2b/http/allow-without-post': ({ method, allow }) =>
    `respons 405 untuk ${method} mengizinkan ${JSON.stringify(allow)}, seharusnya memuat POST`,
  'token-b2b/http/allow-names-post': ({ answers }) =>
    `Allow menyebut POST dalam ${answers} respons`,
  'token-b2b/http/no-answer-405': () => 'tidak ada metode lain yang dibalas dengan 405',

  'token-b2b/http/one-path': () => 'dokumen mencantumkan satu path untuk layanan ini',
  'token-b2b/http/other-path': ({ path }) => `dikirim ke ${path}`,
  'token-b2b/http/path-unknown': () => 'dikirim ke path yang tidak disebut dokumen mana pun',
  'token-b2b/http/path-with-trailing-slash': () => 'path diakhiri garis miring',
  'token-b2b/http/path-with-doubled-slash': () => 'path memuat garis miring ganda',
  'token-b2b/http/path-with-query': () => 'path memiliki query string',
  'token-b2b/http/not-404': ({ path, answer }) =>
    `${path} dibalas dengan ${answer}, seharusnya 404`,
  'token-b2b/http/all-404': ({ paths }) =>
    paths === 1 ? '404 di satu path yang tidak dikenal' : `404 di ${paths} path yang tidak dikenal`,
  'token-b2b/http/no-refusal-at-unknown-path': () =>
    'tidak ada path yang tidak dikenal yang dibalas dengan penolakan',

  'token-b2b/http/length-required': () =>
    'target meminta Content-Length dengan HTTP 411, dan HTTP memperbolehkannya',
  'token-b2b/http/chunked-body': () => 'body dikirim dalam chunk',
  'token-b2b/http/coding-not-admitted': ({ coding, accepted }) =>
    `respons memakai encoding ${coding}, yang tidak diizinkan oleh Accept-Encoding: ${accepted}`,
  'token-b2b/http/no-token-request': () =>
    'header dan body adalah HTTP dengan format yang benar, tetapi bukan permintaan token',
};
