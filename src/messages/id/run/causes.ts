import type { causes as English } from '../../en/run/causes.js';

/** Likely causes of a control without success, whichever service it is of, and what to look at. */
export const causes: typeof English = {
  'run/causes/another-service': ({ path }) =>
    `layanan lain yang merespons di ${path}: periksa baseUrl dan profil`,
  'run/causes/redirects': () =>
    'target mengalihkan (redirect), padahal permintaan yang ditandatangani tidak boleh mengikutinya: periksa skema, host, dan garis miring di akhir baseUrl',
  'run/causes/not-the-merchants-provider': () =>
    'client di konfigurasi bukan penyedia layanan yang terdaftar di sisi merchant: periksa ID penyedia layanan, private key dari public key yang didaftarkannya, dan secret keduanya',
  'run/causes/something-before-the-service': () =>
    'yang merespons bukan layanan SNAP, melainkan sesuatu di depannya: proxy, firewall, atau halaman login',
  'run/causes/internal-error': () =>
    'terjadi kesalahan internal di target: rinciannya ada di log target',

  'run/causes/no-reason': () =>
    'respons penolakan tidak menyebutkan alasan: lihat log target pada waktu permintaan',
  'run/causes/header-dropped': ({ header }) =>
    `${header} sudah dikirim, tetapi menurut target tidak ada: sesuatu di antaranya menghapusnya (proxy, gateway, web server di depan aplikasi)`,
  'run/causes/header-dropped-by-nginx': ({ header }) =>
    `nginx: header dengan _ pada namanya dibuang kecuali underscores_in_headers diaktifkan; proxy_set_header ${header} $http_${header.toLowerCase().replaceAll('-', '_')}; meneruskan header ini, dan proxy_pass_request_headers tidak boleh off`,
  'run/causes/header-dropped-by-apache': ({ header }) =>
    header.toLowerCase() === 'authorization'
      ? 'Apache dengan PHP: Authorization tidak diteruskan ke skrip; CGIPassAuth On, atau SetEnvIf Authorization "(.*)" HTTP_AUTHORIZATION=$1, meneruskannya'
      : `Apache dengan PHP: di sana header ini adalah $_SERVER['HTTP_${header.toUpperCase().replaceAll('-', '_')}'], dan RequestHeader unset menghapusnya`,
  'run/causes/header-dropped-by-gateway': ({ header }) =>
    `API gateway atau CDN: masukkan ${header} ke daftar header yang diteruskan`,
  'run/causes/own-codes': () =>
    'kodenya tidak berbentuk kode SNAP, dan kode ini mungkin berarti penolakan: jika dokumen memiliki kode sendiri, tulis codeForm: own di profil, dan daftarkan kode suksesnya (success.code)',

  // What answers is not a SNAP service.
  'run/causes/path-of-another-service': ({ profile }) =>
    `path ini milik layanan lain: cari path layanan SNAP di dokumen, lalu atur baseUrl atau path di profil ${profile}`,
  'run/causes/another-host': () =>
    'layanan SNAP milik penyedia layanan ada di host lain, atau untuk environment lain',
  'run/causes/something-answers-first': () =>
    'proxy, firewall, atau halaman login merespons sebelum layanan',

  // Nothing answers.
  'run/causes/no-server': ({ url }) => `tidak ada server yang berjalan di ${url}`,
  'run/causes/wrong-port': () => 'port di baseUrl salah',
  'run/causes/firewall-refuses': () => 'firewall menolak koneksi',
  'run/causes/firewall-cuts': () => 'firewall memutus koneksi',
  'run/causes/firewall-drops': () =>
    'firewall membuang paket, atau alamat ini tidak ada dalam daftar alamat yang diizinkan',
  'run/causes/proxy-credentials': ({ from }) =>
    `proxy-nya salah, atau kredensialnya salah: periksa ${from}; "proxy": false berarti tanpa proxy`,
  'run/causes/proxy-rules': () =>
    'aturan proxy tidak mengizinkan CONNECT ke host atau port ini: tanyakan kepada pengelolanya',
  'run/causes/behind-proxy-down': () =>
    'proxy tidak dapat mencapai target: periksa host di baseUrl, dan apakah target aktif',
  'run/causes/host-mistyped': () => 'nama host di baseUrl salah ketik',
  'run/causes/name-not-resolved': () =>
    'mesin ini tidak dapat menemukan alamat untuk nama tersebut (VPN?)',
  'run/causes/certificate-not-trusted': () =>
    'sertifikat target tidak dipercaya di sini: berikan sertifikat penerbitnya sebagai tls.ca',
  'run/causes/client-certificate': () =>
    'target meminta sertifikat klien: berikan tls.cert dan tls.key',
  'run/causes/schemes-mixed-up': () => 'http dan https tertukar di baseUrl',
  'run/causes/not-http': () =>
    'yang ada di baseUrl bukan server HTTP, atau http dan https tertukar',
  'run/causes/too-slow': () => 'target lebih lambat daripada limits.timeoutMs',
  'run/causes/rate-limited': () => 'target membatasi jumlah permintaan: turunkan limits.rate',
  'run/causes/down': () =>
    'target tidak aktif, atau gateway di depannya tidak memiliki server tujuan permintaan',
};
