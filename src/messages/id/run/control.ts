import type { control as English } from '../../en/run/control.js';

/** What is not a SNAP service. */
const kinds = { 'token endpoint': 'endpoint token', service: 'layanan' };

/** What is said of a control, whichever service it is of. */
export const control: typeof English = {
  'run/control/not-needed': () => 'tidak ada pemeriksaan yang memerlukan permintaan pembanding',
  'run/control/accepted': ({ answer }) => `permintaan pembanding diterima: ${answer}`,
  'run/control/unreadable': ({ answer, why }) =>
    `permintaan pembanding dibalas dengan ${answer}, tetapi ${why}`,
  'run/control/no-token': () => 'tidak ada token yang dapat dibaca darinya',
  'run/control/no-answer': ({ why }) => `permintaan pembanding tidak mendapat respons: ${why}`,
  'run/control/refused': ({ answer }) => `permintaan pembanding ditolak: ${answer}`,
  'run/control/refused-anyhow': ({ answer, rules, more, stopped }) =>
    [
      `permintaan pembanding ditolak: ${answer}`,
      ...(rules > 0 ? [`${rules} aturan dicoba dan tidak cocok`] : []),
      ...(stopped === undefined ? [] : [`selebihnya tidak dicoba: ${stopped}`]),
      ...(stopped === undefined && more > 0
        ? [`doctor --deep mencoba hingga ${more} aturan lagi`]
        : []),
    ].join('; '),
  'run/control/rules/production': () => 'environment target adalah production',
  'run/control/rules/once': () =>
    'layanan ini tidak boleh diulang, dan panggilannya mungkin sudah dijalankan',
  'run/control/rules/throttled': () => 'target meminta agar jumlah permintaan dikurangi',
  'run/control/rules/budget': () => 'batas jumlah permintaan sudah habis',
  'run/control/rules/silence': () => 'permintaan terakhir tidak mendapat respons',
  'run/control/rules/locked': () => 'responsnya terbaca seolah-olah klien diblokir',

  'run/control/takes-other-secret': ({ answer, granting, rule }) =>
    `permintaan pembanding ditolak (${answer}), tetapi ${granting} bila ${rule}`,
  'run/control/sign-this': ({ rule, text, algorithm }) =>
    `target menerima permintaan yang ${rule}; yang ditandatangani: ${text} (${algorithm})`,
  'run/control/sign-so': ({ rule }) => `target menerima permintaan yang ${rule}`,
  'run/control/target-should': ({ remedy }) => `di sisi target: ${remedy}`,
  'run/control/alike': ({ rules }) =>
    `permintaan ini tidak dapat membedakannya dari signature yang dibuat ${rules.join('; atau dibuat ')}`,
  'run/control/follows-another-rule': ({ answer, granting, rule }) =>
    `permintaan pembanding ditolak (${answer}), tetapi ${granting} untuk permintaan yang ${rule}: target mengikuti aturan yang berbeda dari dokumennya`,
  'run/control/takes-another-form': ({ answer, granting, form }) =>
    `permintaan pembanding ditolak (${answer}), tetapi ${granting} untuk permintaan dengan X-TIMESTAMP dalam bentuk ${form}`,
  'run/control/profile-can-say': ({ setting }) =>
    `jika dokumen penyedia layanan memuat aturan ini, tuliskan di profilnya atau di overrides target: ${setting}`,
  'run/control/not-snap': ({ url, kind, why }) =>
    `yang merespons di ${url} bukan ${kinds[kind]} SNAP: ${why}`,
  'run/control/clock-differs': ({ here, seconds, there, header }) =>
    `jam mesin ini (${here}) ${Math.abs(seconds)} detik ${seconds > 0 ? 'di belakang' : 'mendahului'} header ${header} dari target (${there})`,
  'run/control/zone-mistake': ({ text, minutes, than }) =>
    `X-TIMESTAMP dari target (${text}) ${Math.abs(minutes) / 60} jam ${minutes > 0 ? 'mendahului' : 'di belakang'} ${than === 'Date' ? 'header Date-nya' : than}: angkanya berasal dari zona waktu yang berbeda dengan offset-nya`,
  'run/control/clock-corrected': ({ note }) => `${note}; pengujian memakai waktu target`,
};
