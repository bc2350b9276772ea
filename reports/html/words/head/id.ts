import type { headEn } from './en.js';

/** The head of a target in Indonesian. */
export const headId: Record<keyof typeof headEn, string> = {
  headConformant: '{0} sesuai',
  headNonConformant: '{0} tidak sesuai',
  headInconclusive: '{0} belum dapat disimpulkan',
  headMany: '{0} dari {1} target sesuai',

  brokenOf: '{0} dari {1} aturan yang diuji dilanggar',
  brokenBesidesKnown:
    '{0} dari {1} aturan yang diuji dilanggar, di luar {2} kegagalan yang sudah diketahui',
  weightiest: 'yang paling berat',
  weightiestAt: 'temuan paling berat, pada {0}',
  noneBroken: 'tidak satu pun dari {0} aturan yang diuji dilanggar',
  noBindingBroken: 'dari {0} aturan yang diuji, tidak ada aturan wajib yang dilanggar',
  noneBrokenBesidesKnown:
    'dari {0} aturan yang diuji, tidak ada aturan wajib yang dilanggar, di luar {1} kegagalan yang sudah diketahui',
  nothingJudged: 'tidak ada aturan yang dapat dinilai',
  notFollowed: '{0} anjuran tidak diikuti',
  wereNotTested: '{0} aturan tidak diuji',
  notReached: 'pengujian berhenti sebelum {0} aturan diuji',
  unclear: '{0} aturan wajib tidak memberi hasil yang pasti',
  controlRefused: 'permintaan valid yang menjadi dasar semua pengujian tidak diterima',
  controlUnanswered: 'permintaan valid yang menjadi dasar semua pengujian tidak dibalas',
  controlNotSent: 'permintaan valid yang menjadi dasar semua pengujian tidak dikirim',
  controlUnreadable:
    'respons atas permintaan valid yang menjadi dasar semua pengujian tidak dapat dibaca',
  controlOfService:
    'permintaan valid ke {0} yang menjadi dasar pengujiannya tidak dibalas menurut dokumen',

  judged: 'Dinilai',
  notJudged: 'Tidak dinilai',
  map: 'Sekilas semua pemeriksaan',
  mapOf: '{0}: sekilas semua pemeriksaan',
  mapHint:
    'Satu sel adalah satu pemeriksaan: arahkan penunjuk ke sel, atau pindah dengan tombol panah, lalu tekan Enter untuk membukanya.',
  pastMap: 'Lewati sel',

  whatToDo: 'Yang perlu dilakukan lebih dahulu',
  nothingWrong:
    'Tidak ada yang salah dalam apa yang diuji: tidak ada MUST yang gagal, juga tidak ada SHOULD.',
  moreToDo: 'dan {0} lagi',
  byWhom: 'Dilakukan oleh',
  byProvider: 'penyedia layanan, pemilik layanan ini',
  byMerchant: 'merchant (klien), pemilik layanan ini',
  byConfig: 'yang mengonfigurasi pengujian ini',
  byConfigOrProvider: 'yang mengonfigurasi pengujian ini, atau penyedia layanan',
  byConfigOrMerchant: 'yang mengonfigurasi pengujian ini, atau merchant (klien)',

  'cause-nothing-refused':
    'Cari sakelar yang menonaktifkan verifikasi, atau rute yang melewatinya, lalu tolak semua yang tidak diverifikasi.',
  'cause-signatures-not-checked':
    'Verifikasi X-SIGNATURE atas string-to-sign menurut dokumen dengan kunci atau client secret yang terdaftar untuk klien ini, sebelum apa pun diberikan.',
  'cause-tokens-not-checked':
    'Cari atau verifikasi setiap access token sebelum permintaan dijalankan: tolak yang tidak dikenal, kedaluwarsa, atau diterbitkan untuk pihak lain.',
  'cause-clients-not-looked-up':
    'Cari klien yang disebut dalam permintaan, dan tolak yang tidak terdaftar.',
  'cause-timestamp-not-parsed':
    'Parse X-TIMESTAMP secara ketat menurut bentuk dalam dokumen, dan tolak yang tidak cocok.',
  'cause-body-not-read': 'Parse body dan periksa isinya sebelum apa pun diberikan.',
  'cause-other-profile':
    'Sebutkan profil yang diikuti target, lalu uji lagi. Jika target memang harus mengikuti profil ini, pemiliknya perlu mengubahnya.',
  'cause-foreign-page':
    'Pastikan layanan itu sendiri yang membalas: beri halaman galat framework dan gateway body serta Content-Type menurut dokumen.',
};
