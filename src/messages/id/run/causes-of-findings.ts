import type { causesOfFindings as English } from '../../en/run/causes-of-findings.js';

/** What the failed checks of a target have in common. */
export const causesOfFindings: typeof English = {
  'run/causes-of-findings/nothing-refused': ({ service }) =>
    `tidak ada yang ditolak: setiap permintaan salah ke ${service} memperoleh respons sukses`,
  'run/causes-of-findings/signatures-not-checked': ({ service }) =>
    `signature tidak diperiksa: tidak satu pun signature palsu ke ${service} ditolak`,
  'run/causes-of-findings/tokens-not-checked': ({ service }) =>
    `access token tidak diperiksa: tidak satu pun token salah ke ${service} ditolak`,
  'run/causes-of-findings/clients-not-looked-up': ({ service }) =>
    `client ID tidak dicocokkan dengan daftar klien: tidak satu pun klien tak terdaftar di ${service} ditolak`,
  'run/causes-of-findings/timestamp-not-parsed': ({ service }) =>
    `X-TIMESTAMP tidak di-parse: tidak satu pun bentuk yang salah ke ${service} ditolak`,
  'run/causes-of-findings/body-not-read': ({ service }) =>
    `body tidak dibaca: tidak satu pun kesalahan di dalamnya ditolak oleh ${service}`,
  'run/causes-of-findings/other-profile': ({ own, profiles, explained, differences }) =>
    `target mengikuti profil ${profiles.join(' atau ')}, bukan ${own} (menjelaskan ${explained} dari ${differences} perbedaannya): uji dengan --profile ${profiles[0]}, atau profile: ${profiles[0]} di konfigurasi`,
  'run/causes-of-findings/foreign-page': ({ status, mediaType, mutation }) =>
    `HTTP ${status} dengan ${mediaType} adalah respons framework atau gateway, bukan respons layanan (${mutation})`,
};
