import type { sharedSignature as English } from '../../en/shared/signature.js';

/** What is said of a signature, whichever service it is for. */
export const sharedSignature: typeof English = {
  'shared/signature/bit-flipped': () => 'satu bit signature dibalik',
  'shared/signature/made-up': () => 'signature dikarang',
  'shared/signature/all-zeros': () => 'signature seluruhnya nol',
  'shared/signature/by-other-client': () => 'ditandatangani dengan kunci klien terdaftar lain',
  'shared/signature/for-other-client': () =>
    'permintaan menyebut klien terdaftar lain, tetapi ditandatangani dengan kunci klien pertama',
  'shared/signature/by-rule': ({ rule }) => `signature-nya dibuat ${rule}`,
  'shared/signature/encoding-hex': () => 'hex',
  'shared/signature/encoding-upper-case-hex': () => 'hex huruf besar',
  'shared/signature/encoding-base64url': () => 'Base64url',
  'shared/signature/encoding-base64-unpadded': () => 'Base64 tanpa padding',
  'shared/signature/encoding-base64-spaced': () => 'Base64 dengan spasi setiap 76 karakter',
  'shared/signature/in-encoding': ({ encoding }) => `signature ditulis dalam ${encoding}`,
  'shared/signature/encoding-got-no-answer': ({ encoding, why }) =>
    `signature dalam ${encoding} tidak mendapat respons: ${why}`,
  'shared/signature/encoding-accepted': ({ encoding }) =>
    `signature yang benar dalam ${encoding} diterima, padahal dokumen melarangnya`,
  'shared/signature/encoding-refused': ({ encoding }) =>
    `signature yang benar dalam ${encoding} ditolak, padahal dokumen mengizinkannya`,
  'shared/signature/encodings-tried': ({ accepted, refused }) =>
    `diterima: ${accepted.join(', ') || 'tidak ada'}; ditolak: ${refused.join(', ') || 'tidak ada'}`,
  'shared/signature/no-other-encoding': ({ documented, tried }) =>
    `dokumen tidak menyebut encoding selain ${documented} (${tried})`,
  'shared/signature/hex-has-no-case': () => 'huruf besar/kecil tidak berarti apa-apa dalam hex',
};
