import type { mistakesToken as English } from '../../en/mistakes/token.js';

/** Mistakes of senders: the access token. Each completes "signature-nya dibuat …". */
export const mistakesToken: typeof English = {
  'mistakes/token/empty': () => 'dengan bagian token yang kosong',
  'mistakes/token/undefined': () => 'dengan "undefined" atau sejenisnya sebagai pengganti token',
  'mistakes/token/white-space': () => 'dengan whitespace atau baris baru di sebelah token',
  'mistakes/token/trimmed': () => 'dengan token tanpa whitespace di sekelilingnya',
  'mistakes/token/quoted': () => 'dengan tanda kutip di sekeliling token',
  'mistakes/token/invisible-character': () =>
    'dengan karakter tak terlihat yang lebih atau kurang di dalam token',
  'mistakes/token/letter-case': () => 'dengan token dalam huruf besar/kecil berbeda',
  'mistakes/token/percent-encoded': () => 'dengan percent-encoding dari token',
  'mistakes/token/base64': () => 'dengan Base64 dari token',
  'mistakes/token/hashed': () => 'dengan hash dari token',
  'mistakes/token/whole-answer': () => 'dengan JSON respons token sebagai pengganti token',
  'mistakes/token/part': () => 'dengan sebagian token',
  'mistakes/token/client-id': () => 'dengan client ID sebagai pengganti token',
  'mistakes/token/client-secret': () => 'dengan client secret sebagai pengganti token',
};
