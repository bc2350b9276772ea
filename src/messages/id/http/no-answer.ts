import type { httpNoAnswer as English } from '../../en/http/no-answer.js';

/** Why there is no answer to judge. */
export const httpNoAnswer: typeof English = {
  'http/no-answer/none': () => 'tidak ada respons',
  'http/no-answer/refused': ({ host, code }) =>
    `tidak ada yang menerima koneksi di ${host} (${code})`,
  'http/no-answer/unknown-name': ({ host, code }) =>
    `alamat untuk nama ${host} tidak ditemukan (${code})`,
  'http/no-answer/too-slow': ({ host, milliseconds }) =>
    `tidak ada respons utuh dari ${host} dalam ${milliseconds} ms`,
  'http/no-answer/closed': ({ host, code }) =>
    `${host} menutup koneksi sebelum respons utuh${bracketed(code)}`,
  'http/no-answer/body-cut': ({ host, came, announced }) =>
    `${host} menutup koneksi setelah ${came} dari ${announced} byte yang disebut Content-Length-nya`,
  'http/no-answer/last-chunk-missing': ({ host }) =>
    `${host} menutup koneksi sebelum chunk terakhir dari body`,
  'http/no-answer/body-late': ({ host, milliseconds, came, announced }) =>
    `tidak ada respons utuh dari ${host} dalam ${milliseconds} ms: Content-Length-nya menyebut ${announced} byte, yang datang ${came}`,
  'http/no-answer/last-chunk-late': ({ host, milliseconds }) =>
    `tidak ada respons utuh dari ${host} dalam ${milliseconds} ms: chunk terakhir dari body tidak pernah datang`,
  'http/no-answer/no-tls': ({ host, why, code }) =>
    `koneksi TLS ke ${host} gagal: ${why} (${code})`,
  'http/no-answer/no-proxy': ({ proxy, why }) =>
    `tidak ada koneksi melalui proxy ${proxy}: ${why}; target tidak tercapai`,
  'http/no-answer/proxy-refuses': ({ proxy, host, status, statusText }) =>
    `proxy ${proxy} ${
      status === 407 || status === 401
        ? 'meminta kredensial lain'
        : status >= 500
          ? `tidak dapat mencapai ${host}`
          : `menolak tunnel ke ${host}`
    } (HTTP dari proxy: ${`${status} ${statusText}`.trim()}); target tidak tercapai`,
  'http/no-answer/too-large': ({ coding }) =>
    coding === undefined
      ? 'respons lebih besar dari 1 MiB'
      : `respons lebih besar dari 1 MiB setelah ${coding} di-decode`,
  'http/no-answer/unreadable': ({ why }) => `respons tidak dapat dibaca: ${why}`,
  'http/no-answer/bad-chunk': () =>
    'respons tidak dapat dibaca: ukuran salah satu chunk dari body salah, atau tidak sesuai dengan panjangnya',
  'http/no-answer/other': ({ host, code }) =>
    `tidak ada respons dari ${host} yang dapat dibaca${bracketed(code)}`,
  'http/no-answer/budget-used-up': ({ requests }) => `batas ${requests} permintaan sudah habis`,
  'http/no-answer/rate-limited': ({ status, attempts }) =>
    `HTTP ${status} (terlalu banyak permintaan), ${attempts} kali`,
  'http/no-answer/unavailable': ({ status, attempts }) =>
    `HTTP ${status} (layanan tidak tersedia), ${attempts} kali`,
  'http/no-answer/blocked': ({ status }) =>
    `HTTP ${status} dengan halaman web (firewall merespons sebagai pengganti layanan)`,
};

function bracketed(code: string | undefined): string {
  return code === undefined ? '' : ` (${code})`;
}
