import type { httpAnswer as English } from '../../en/http/answer.js';

/** What is said of an answer as a whole, and of a body that can't be read. */
export const httpAnswer: typeof English = {
  'http/answer/seen': ({ status, code, text, token, problem }) =>
    [
      `HTTP ${status}`,
      ...(code === undefined ? [] : [code]),
      ...(text === undefined ? [] : [JSON.stringify(text)]),
      ...(token ? ['dengan access token'] : []),
      ...(problem === undefined ? [] : [`(${problem})`]),
    ].join(' '),
  'http/answer/body-not-utf-8': () => 'body bukan UTF-8',
  'http/answer/body-too-deep': ({ levels }) => `nesting body lebih dalam dari ${levels} tingkat`,
  'http/answer/byte-order-mark': () => 'ada byte order mark sebelum JSON',
  'http/answer/body-undecoded': ({ coding }) =>
    `Content-Encoding menyebut ${JSON.stringify(coding)}, tetapi body ini tidak dapat di-decode dengannya`,
  'http/answer/body-cut': ({ announced }) =>
    `body bukan JSON utuh: terputus setelah ${announced} byte yang disebut Content-Length-nya`,
  'http/answer/body-empty': () => 'body kosong',
  'http/answer/body-not-json': ({ start }) =>
    `body bukan JSON: diawali dengan ${JSON.stringify(start)}`,
};
