import type { mistakesRemedies as English } from '../../en/mistakes/remedies.js';

/** How mistakes in signatures are mended, by the sender and by the server. */
export const mistakesRemedies: typeof English = {
  'mistakes/remedies/text-as-documented/sender': () =>
    'Susun string-to-sign dari bagian-bagian menurut dokumen, sesuai urutannya, hanya dengan pemisah menurut dokumen di antaranya.',
  'mistakes/remedies/text-as-documented/server': () =>
    'Susun string-to-sign dari permintaan sebagaimana diterima, bagian demi bagian menurut dokumen, dan catat di log bila signature tidak cocok.',
  'mistakes/remedies/text-bytes/sender': () =>
    'Tandatangani byte UTF-8 dari string-to-sign apa adanya: tanpa tambahan di sekelilingnya, tanpa escape, tanpa encoding lain.',
  'mistakes/remedies/text-bytes/server': () =>
    'Verifikasi terhadap byte UTF-8 dari string-to-sign, tanpa tambahan di sekelilingnya.',
  'mistakes/remedies/text-not-hashed/sender': () =>
    'Berikan string-to-sign langsung ke pustaka: pustaka yang menghitung hash-nya.',
  'mistakes/remedies/text-not-hashed/server': () =>
    'Berikan string-to-sign ke verifikator, bukan hash-nya.',
  'mistakes/remedies/timestamp-once/sender': () =>
    'Buat timestamp satu kali sebagai teks, lalu pakai teks itu untuk header dan signature.',
  'mistakes/remedies/timestamp-once/server': () =>
    'Verifikasi terhadap header sebagaimana diterima: timestamp yang di-parse lalu dicetak ulang menjadi teks lain.',
  'mistakes/remedies/timestamp-pattern/sender': () =>
    "Cetak timestamp sebagai yyyy-MM-dd'T'HH:mm:ssXXX (Java, .NET: zzz, PHP: Y-m-d\\TH:i:sP), dengan locale tetap, satu kali untuk header dan signature.",
  'mistakes/remedies/timestamp-pattern/server': () =>
    'Verifikasi terhadap header sebagaimana diterima, dan tolak bila bentuknya tidak sesuai dengan dokumen.',
  'mistakes/remedies/timestamp-zone/sender': () =>
    'Ubah waktu ke zona yang disebut offset-nya: formatter yang diberi zona waktu melakukan keduanya.',
  'mistakes/remedies/timestamp-zone/server': () =>
    'Bandingkan waktu beserta offset-nya, dan verifikasi terhadap header sebagaimana diterima.',
  'mistakes/remedies/header-damage/sender': () =>
    'Kirim nilai header sebagaimana dibuat: tanpa tanda kutip, tanpa escape, tanpa baris baru, tanpa decode URL di perjalanan.',
  'mistakes/remedies/header-damage/server': () =>
    'Periksa apa yang dilakukan gateway terhadap header: header bukan bagian dari URL atau form, dan + tetap +.',
  'mistakes/remedies/client-id/sender': () =>
    'Tandatangani client ID persis seperti di X-CLIENT-KEY, dan buang whitespace bila dibaca dari file.',
  'mistakes/remedies/client-id/server': () =>
    'Verifikasi terhadap X-CLIENT-KEY sebagaimana diterima; periksa apakah client ID yang terdaftar memuat whitespace atau karakter tak terlihat.',
  'mistakes/remedies/value-missing/sender': () =>
    'Satu nilai belum ada saat teks disusun: hentikan bila ada nilai yang kurang, dan jangan menandatangani tanpa nilai itu.',
  'mistakes/remedies/value-missing/server': () =>
    'Satu bagian string-to-sign tidak ada di sini atau di sana: catat bagian yang mana di log.',
  'mistakes/remedies/path-as-sent/sender': () =>
    'Tandatangani path dan query string persis seperti di baris permintaan, tanpa skema dan host.',
  'mistakes/remedies/path-as-sent/server': () =>
    'Ambil path dari baris permintaan sebagaimana diterima, sebelum routing atau decode apa pun.',
  'mistakes/remedies/path-prefix/sender': () =>
    'Tandatangani path dengan setiap awalan dari baseUrl, sebagaimana dikirim; tanyakan apakah ada gateway yang menambahkan atau memotong awalan.',
  'mistakes/remedies/path-prefix/server': () =>
    'Verifikasi terhadap path sebagaimana dikirim klien: gateway yang menulis ulang path harus meneruskan path aslinya.',
  'mistakes/remedies/query/sender': () =>
    'Tandatangani query string menurut aturan penyedia layanan ini: sebagaimana dikirim, diurutkan, atau tidak sama sekali.',
  'mistakes/remedies/query/server': () =>
    'Perlakukan query string sesuai dokumen, dan pakai sebagaimana diterima, sebelum di-decode.',
  'mistakes/remedies/minify/sender': () =>
    'Lakukan minify terhadap body sebelum hashing: hapus whitespace di antara token JSON, jangan di dalam string. Sebaiknya kirim body yang sudah di-minify.',
  'mistakes/remedies/minify/server': () =>
    'Lakukan minify terhadap byte yang diterima sebelum hashing: hapus whitespace di antara token JSON, jangan di dalam string.',
  'mistakes/remedies/body-as-sent/sender': () =>
    'Buat body satu kali sebagai teks; hitung hash teks itu dan kirim teks yang sama.',
  'mistakes/remedies/body-as-sent/server': () =>
    'Hitung hash dari byte yang diterima setelah minify: body yang di-parse lalu ditulis ulang menjadi teks lain.',
  'mistakes/remedies/body-bytes/sender': () =>
    'Hitung hash dari byte UTF-8 body, dan kirim byte yang sama.',
  'mistakes/remedies/body-bytes/server': () =>
    'Hitung hash dari byte yang diterima, sebelum di-decode.',
  'mistakes/remedies/body-when-hashed/sender': () =>
    'Hitung hash dari body yang dikirim; bila tanpa body, dari teks kosong.',
  'mistakes/remedies/body-when-hashed/server': () =>
    'Hitung hash dari byte yang diterima, dan dari teks kosong bila tidak ada; baca body sebelum signature diverifikasi.',
  'mistakes/remedies/hash-form/sender': () =>
    'Tulis SHA-256 dari body yang sudah di-minify sebagai 64 digit hex dalam huruf kecil.',
  'mistakes/remedies/hash-form/server': () =>
    'Tulis SHA-256 dari body yang sudah di-minify sebagai 64 digit hex dalam huruf kecil.',
  'mistakes/remedies/hmac-algorithm/sender': () =>
    'Pakai HMAC-SHA512: client secret sebagai kunci, string-to-sign sebagai pesan.',
  'mistakes/remedies/hmac-algorithm/server': () =>
    'Verifikasi dengan HMAC-SHA512: client secret sebagai kunci, string-to-sign sebagai pesan.',
  'mistakes/remedies/rsa-algorithm/sender': () =>
    'Tandatangani dengan SHA256withRSA (RSASSA-PKCS1-v1_5 dengan SHA-256): fungsi untuk menandatangani, bukan untuk mengenkripsi.',
  'mistakes/remedies/rsa-algorithm/server': () =>
    'Verifikasi dengan SHA256withRSA (RSASSA-PKCS1-v1_5 dengan SHA-256).',
  'mistakes/remedies/rsa-key/sender': () =>
    'Tandatangani dengan private key yang public key-nya terdaftar untuk environment ini.',
  'mistakes/remedies/rsa-key/server': () =>
    'Daftarkan public key klien yang sekarang, atau beri tahu klien public key mana yang terdaftar.',
  'mistakes/remedies/secret-as-given/sender': () =>
    'Pakai client secret sebagaimana diberikan, sebagai teks: tidak di-decode, tanpa tambahan di sekelilingnya.',
  'mistakes/remedies/secret-as-given/server': () =>
    'Pakai client secret sebagai teks, sebagaimana diberikan kepada klien: tidak di-decode, tanpa tambahan di sekelilingnya.',
  'mistakes/remedies/secret-choice/sender': () => 'Pakai client secret sebagai kunci HMAC.',
  'mistakes/remedies/secret-choice/server': () =>
    'Verifikasi dengan client secret, jangan dengan hal yang bersifat publik.',
  'mistakes/remedies/secret-of-client/sender': () =>
    'Tandatangani dengan secret milik klien yang disebut permintaan, untuk environment ini.',
  'mistakes/remedies/secret-of-client/server': () =>
    'Verifikasi dengan secret milik klien yang disebut permintaan.',
  'mistakes/remedies/token-bare/sender': () =>
    'Tandatangani access token saja, yaitu bagian setelah "Bearer ".',
  'mistakes/remedies/token-bare/server': () =>
    'Ambil bagian setelah "Bearer ", tanpa whitespace di sekelilingnya.',
  'mistakes/remedies/token-signed/sender': () =>
    'Masukkan token ke string-to-sign hanya bila skema menandatanganinya.',
  'mistakes/remedies/token-signed/server': () =>
    'Masukkan token ke string-to-sign hanya bila skema menandatanganinya.',
  'mistakes/remedies/scheme/sender': () =>
    'Pakai skema menurut dokumen penyedia layanan ini: HMAC dengan client secret, atau RSA dengan private key.',
  'mistakes/remedies/scheme/server': () =>
    'Verifikasi dengan skema menurut dokumen; bila klien boleh memakai salah satu, kenali skemanya dari panjang signature.',
  'mistakes/remedies/scheme-text/sender': () =>
    'Pakai string-to-sign dari layanan yang dipanggil: permintaan token dan transaksi memiliki string-to-sign yang berbeda.',
  'mistakes/remedies/scheme-text/server': () =>
    'Verifikasi terhadap string-to-sign dari layanan yang dipanggil.',
  'mistakes/remedies/encoding/sender': () =>
    'Tulis byte signature dalam encoding menurut dokumen: Base64 dengan padding (RFC 4648, bagian 4), atau hex, satu kali.',
  'mistakes/remedies/encoding/server': () =>
    'Baca signature hanya dalam encoding menurut dokumen, dan nyatakan bila encoding-nya lain.',
};
