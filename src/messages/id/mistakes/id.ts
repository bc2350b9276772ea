import type { mistakesId as English } from '../../en/mistakes/id.js';

/** Mistakes of senders: the client id. Each completes "signature-nya dibuat …". */
export const mistakesId: typeof English = {
  'mistakes/id/white-space': () => 'dari client ID dengan whitespace atau baris baru di sebelahnya',
  'mistakes/id/trimmed': () => 'dari client ID tanpa whitespace di sekelilingnya',
  'mistakes/id/quoted': () => 'dari client ID dengan tanda kutip yang berbeda dari yang dikirim',
  'mistakes/id/invisible-character': () =>
    'dari client ID dengan karakter tak terlihat yang lebih atau kurang',
  'mistakes/id/letter-case': () => 'dari client ID dengan huruf besar/kecil berbeda',
  'mistakes/id/undefined': () => 'dengan "undefined" atau sejenisnya sebagai pengganti client ID',
  'mistakes/id/empty': () => 'dengan bagian client ID yang kosong',
  'mistakes/id/percent-encoded': () => 'dari client ID dengan percent-encoding',
  'mistakes/id/base64': () => 'dari Base64 client ID',
  'mistakes/id/hashed': () => 'dari hash client ID',
  'mistakes/id/without-hyphens': () => 'dari client ID tanpa tanda hubung',
  'mistakes/id/placeholder': () => 'dari placeholder atau nama sebagai pengganti client ID',
};
