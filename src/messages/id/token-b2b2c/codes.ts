import type { tokenB2b2cCodes as English } from '../../en/token-b2b2c/codes.js';

/** Why there is no authorization code. `member` is the one of `customer` in the config that has the source. */
export const tokenB2b2cCodes: typeof English = {
  'token-b2b2c/codes/none-asked-for': () => 'kode otorisasi tidak diminta',
  'token-b2b2c/codes/none-left': ({ member, listed }) =>
    `kode otorisasi sudah habis: customer.${member} mencantumkan ${listed}`,
  'token-b2b2c/codes/source-failed': ({ member, why }) => `customer.${member}: ${why}`,
  'token-b2b2c/codes/not-a-code': () => 'yang datang bukan kode otorisasi',
  'token-b2b2c/codes/command-stopped': ({ file, seconds }) =>
    `perintah ${file} dihentikan setelah ${seconds} detik`,
  'token-b2b2c/codes/command-failed': ({ file, status }) =>
    `perintah ${file} berakhir dengan status ${status}`,
  'token-b2b2c/codes/command-killed': ({ file, signal }) =>
    `perintah ${file} diakhiri oleh ${signal}`,
  'token-b2b2c/codes/command-prints-much': ({ file, most }) =>
    `perintah ${file} mencetak lebih dari ${most} karakter`,
  'token-b2b2c/codes/command-not-run': ({ file, code }) =>
    `perintah ${file} tidak dapat dijalankan: ${code}`,
  'token-b2b2c/codes/url-refused': ({ status }) => `URL membalas dengan HTTP ${status}`,
  'token-b2b2c/codes/url-silent': ({ why }) => `URL tidak merespons: ${why}`,
};
