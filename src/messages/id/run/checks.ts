import type { checks as English } from '../../en/run/checks.js';

/** What is judged message by message. */
const judgedMessages = {
  grants: 'respons sukses',
  refusals: 'respons penolakan',
  answers: 'respons',
  'valid requests': 'permintaan valid',
  'answers 429': 'respons 429',
};

/** What checks of any area say. */
export const checks: typeof English = {
  'run/checks/broke': ({ why }) => `pemeriksaan ini sendiri rusak, mohon laporkan: ${why}`,
  'run/checks/in-production': () =>
    'environment: production: pemeriksaan ini mengirim lebih dari permintaan pembanding, dan tidak ada --allow-production yang menyebutkan target ini',
  'run/checks/called-once': ({ serviceCode }) =>
    `pemeriksaan ini akan membuat layanan ${serviceCode} dijalankan lebih dari sekali, sedangkan konfigurasi tidak menyatakannya boleh diulang (repeatable)`,
  'run/checks/nothing-confirms': ({ serviceCode, title }) =>
    `penolakan baru berarti jika target masih melayani klien sesudahnya: layanan ${serviceCode} tidak boleh diulang, dan ${title} tidak punya layanan token untuk ditanyai sebagai gantinya`,
  'run/checks/not-reached': () => 'pengujian berakhir sebelum pemeriksaan ini',
  'run/checks/target-not-reached': () => 'pengujian berakhir sebelum target ini dicapai',
  'run/checks/cut-by-budget': ({ message, runs, whole, budget }) =>
    `${message} (${runs} dari ${whole} kali uji, karena batas ${budget} permintaan)`,
  'run/checks/taken-back': ({ message }) =>
    `${message}; tetapi permintaan pembanding ditolak tidak lama kemudian, jadi ini tidak membuktikan apa pun`,
  'run/checks/control-unreadable': () =>
    'respons atas permintaan pembanding tidak terbaca sebagai respons sukses, jadi tidak dapat dibedakan dari penolakan',
  'run/checks/control-stopped': ({ answer }) =>
    `target berhenti menerima permintaan pembanding selama pemeriksaan ini (${answer}), jadi permintaan uji tidak membuktikan apa pun`,
  'run/checks/no-other-client': () =>
    'otherClient tidak ada di konfigurasi: diperlukan klien terdaftar kedua',
  'run/checks/no-answer': ({ why }) => `tidak ada respons: ${why}`,
  'run/checks/not-all-probes-answered': ({ why }) =>
    `tidak semua permintaan uji mendapat respons: ${why}`,
  'run/checks/not-all-variations-answered': ({ why }) =>
    `tidak semua variasi mendapat respons: ${why}`,
  'run/checks/refused': ({ answer }) => `ditolak: ${answer}`,
  'run/checks/all-refused': ({ runs }) => `semua ${runs} permintaan uji ditolak`,
  'run/checks/granted-though': ({ granting, answer, mutation, shows }) =>
    `${granting} (${answer}) padahal ${mutation}${shows === undefined ? '' : `: ${shows}`}`,
  'run/checks/accepted': ({ answer }) => `diterima: ${answer}`,
  'run/checks/all-accepted': ({ runs }) => `semua ${runs} variasi diterima`,
  'run/checks/refused-though': ({ answer, mutation }) =>
    `ditolak (${answer}) padahal permintaannya benar: ${mutation}`,
  'run/checks/it-is-the-control': () => 'ini permintaan pembanding',
  'run/checks/follows-another-rule': ({ message, granting, rule }) =>
    `${message}; ${granting} bila ${rule}: target mengikuti aturan itu`,
  'run/checks/some-of': ({ message, violations, judged, over }) =>
    `${message} (${violations} dari ${judged} ${judgedMessages[over]})`,
  'run/checks/kept': ({ judged, over }) =>
    judged === 1
      ? `dipenuhi oleh satu-satunya ${judgedMessages[over]} yang terlihat`
      : `dipenuhi oleh semua ${judged} ${judgedMessages[over]} yang terlihat`,
  'run/checks/broken-once': ({ message, judged, over }) =>
    `dipenuhi oleh semua kecuali satu dari ${judged} ${judgedMessages[over]}, yang dapat dijelaskan oleh gangguan sesaat: ${message}`,
  'run/checks/none-spoke-of-it': ({ over }) =>
    `tidak ada ${judgedMessages[over]} dalam pengujian ini yang memuat hal yang dimaksud`,
  'run/checks/contradiction': ({ english: _, indonesian }) => indonesian,
  'run/checks/follows-readings': ({ message, id, summary, taken }) =>
    `${message}. Dokumen bertentangan dengan dirinya sendiri (${id}: ${summary}); target ini mengikuti ${taken.map((name) => `"${name}"`).join(' dan ')}`,
};
