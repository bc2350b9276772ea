import type { notes as English } from '../../en/run/notes.js';

/** What was mended or assumed of a target before the first request. */
export const notes: typeof English = {
  'run/notes/control-alone': () =>
    'environment: production: hanya permintaan pembanding yang dikirim, dan responsnya yang dinilai',
  'run/notes/production-allowed': ({ allow }) =>
    `environment: production: selain permintaan pembanding, --allow-production mengizinkan ${allow.join(', ')} dikirim`,
  'run/notes/service-path-cut': ({ cut, baseUrl }) =>
    `baseUrl: path sebuah layanan, ${cut}, dipotong dari akhirnya: permintaan menambahkannya lagi, dan dikirim ke ${baseUrl}${cut}`,
  'run/notes/stray-in-client-secret': ({ clientId, stray }) =>
    `clientSecret dari ${clientId} ${stray}, dan dipakai apa adanya: hapus, kecuali memang bagian darinya`,
  'run/notes/stray-in-token': ({ member, stray }) =>
    `${member} ${stray}, dan dipakai apa adanya: hapus, kecuali memang bagian darinya`,
  'run/notes/key': ({ clientId, mended }) => `kunci dari ${clientId}: ${mended}`,
  'run/notes/key-not-read': () => 'tidak dibaca, karena saat ini tidak ada rahasia yang diambil',
  'run/notes/rate-shared': ({ share, rate, shard, shards }) =>
    `${share} dari ${rate} permintaan per detik, karena ini shard ${shard} dari ${shards}`,
  'run/notes/further-service': ({ serviceCode, most }) =>
    `layanan ${serviceCode} diuji dengan contoh klasik, dalam paling banyak ${most} permintaan; layanan pertama diuji secara mendalam`,
  'run/notes/called-once': ({ serviceCode, confirmed }) =>
    `layanan ${serviceCode} tidak boleh diulang: hanya satu panggilan valid yang dikirim, yaitu permintaan pembanding; ${confirmed}`,
  'run/notes/confirmed-by-token': () =>
    'bahwa target masih melayani klien sesudahnya terlihat dari permintaan access token',
  'run/notes/confirmed-by-first': () =>
    'bahwa target masih melayani klien sesudahnya terlihat dari panggilan layanan pertama',
  'run/notes/confirmed-by-nothing': () =>
    'tidak ada layanan token yang menunjukkan bahwa target masih melayani klien sesudahnya, sehingga apa yang harus ditolak tidak diuji',
  'run/notes/put-together': ({ results, seeds }) =>
    `digabungkan dari ${results} hasil${seeds.length > 1 ? `, dengan seed ${seeds.join(', ')}` : ''}`,
};
