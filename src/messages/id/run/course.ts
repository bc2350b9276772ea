import type { course as English } from '../../en/run/course.js';

/** How a target fared in the course of a run. */
export const course: typeof English = {
  'run/course/refuses': ({ since, forged, answer, token }) =>
    `target menolak permintaan valid sejak permintaan ke-${since}, setelah ${forged} permintaan dengan signature yang salah (${answer}): apakah klien diblokir${token ? ', atau apakah setiap token hanya berlaku untuk satu transaksi (tokenUse: once di profil)' : ''}? Setelah itu tidak ada permintaan lain yang dikirim ke target`,
  'run/course/answers-nothing': ({ since, why }) =>
    `target tidak melayani apa pun sejak permintaan ke-${since} (${why}): tidak ada permintaan lain yang dikirim ke target`,
  'run/course/was-away': ({ times, seconds }) =>
    times === 1
      ? `target tidak merespons selama ${seconds} detik, dan pengujian menunggunya`
      : `target ${times} kali tidak merespons, paling lama ${seconds} detik, dan pengujian menunggunya`,
  'run/course/asked-for-patience': ({ putOff, statuses, fits, askedSeconds }) =>
    [
      `target menunda ${putOff} permintaan (HTTP ${statuses.join(', ')})`,
      ...(askedSeconds === undefined
        ? []
        : [
            `target meminta agar menunggu ${askedSeconds} detik, lebih lama daripada yang diizinkan limits.longestWaitMs`,
          ]),
      `pengujian diperlambat: --rate ${fits} sesuai untuk target ini`,
    ].join('; '),
  'run/course/not-tested-since': ({ why }) => `tidak diuji: ${why}`,
};
