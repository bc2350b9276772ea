import type { httpHead as English } from '../../en/http/head.js';

/** Why the head of an answer, its status line and headers, can't be read. */
export const httpHead: typeof English = {
  'http/head/not-http': ({ start }) => `ini bukan HTTP, diawali dengan ${JSON.stringify(start)}`,
  'http/head/version': ({ version }) =>
    `versinya ${JSON.stringify(version)}, seharusnya HTTP/1.1 atau HTTP/1.0`,
  'http/head/status': ({ status }) =>
    `statusnya ${JSON.stringify(status)}, seharusnya tiga digit mulai dari 100`,
  'http/head/bare-line-end': ({ end }) => `satu baris header diakhiri ${end} saja, seharusnya CRLF`,
  'http/head/no-colon': ({ line }) =>
    `satu baris header tidak memiliki titik dua: ${JSON.stringify(line)}`,
  'http/head/name': ({ name }) =>
    name === ''
      ? 'satu baris header tidak memiliki nama sebelum titik dua'
      : `${JSON.stringify(name)} tidak dapat menjadi nama header`,
  'http/head/control-character': ({ name }) => `nilai header ${name} memuat karakter kontrol`,
  'http/head/length': ({ length }) =>
    `Content-Length-nya ${JSON.stringify(length)}, yang bukan panjang`,
  'http/head/lengths': ({ lengths }) =>
    `Content-Length tercantum lebih dari sekali: ${lengths.slice(0, 3).join(', ')}`,
  'http/head/length-and-chunks': () =>
    'memuat Content-Length sekaligus Transfer-Encoding, sehingga akhir respons tidak dapat ditentukan',
  'http/head/too-long': ({ kibibytes }) =>
    `baris status dan header-nya lebih panjang dari ${kibibytes} KiB`,
  'http/head/switched': () => 'responsnya 101 (Switching Protocols), padahal tidak diminta',
  'http/head/unasked': () => 'respons datang sebelum ada permintaan',
  'http/head/interim-without-end': () =>
    'respons sementara (1xx) terus datang, dan respons akhirnya tidak pernah ada',
};
