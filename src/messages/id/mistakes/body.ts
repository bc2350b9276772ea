import type { mistakesBody as English } from '../../en/mistakes/body.js';

/** Mistakes of senders: the body. Each completes "signature-nya dibuat …". */
export const mistakesBody: typeof English = {
  'mistakes/body/spaces-alone-removed': () =>
    'dari body tanpa spasi, tetapi baris baru dan tab-nya tidak dihapus',
  'mistakes/body/line-ends-alone-removed': () =>
    'dari body tanpa baris baru, tetapi whitespace lainnya tidak dihapus',
  'mistakes/body/white-space-collapsed': () =>
    'dari body yang setiap deret whitespace-nya menjadi satu spasi',
  'mistakes/body/trimmed': () => 'dari body sebagaimana dikirim tanpa whitespace di sekelilingnya',
  'mistakes/body/trailing-newline': () => 'dari body dengan baris baru atau spasi di akhirnya',
  'mistakes/body/other-line-ends': () =>
    'dari body sebagaimana dikirim, tetapi dengan jenis baris baru yang berbeda dari yang dikirim',
  'mistakes/body/byte-order-mark': () => 'dari body dengan byte order mark yang lebih atau kurang',
  'mistakes/body/spaced-separators': () => 'dari body dengan spasi setelah koma atau titik dua',
  'mistakes/body/pretty-printed': () => 'dari body dengan pretty print, tanpa minify',
  'mistakes/body/escapes-undone': () => 'dari body yang dibaca lalu ditulis ulang tanpa escape-nya',
  'mistakes/body/slashes-escaped': () => 'dari body dengan garis miring yang di-escape',
  'mistakes/body/latin-1': () => 'dari body dalam Latin-1',
  'mistakes/body/utf-8-twice': () => 'dari body yang dua kali di-encode ke UTF-8',
  'mistakes/body/question-marks': () =>
    'dari body dengan ? sebagai pengganti karakter di luar ASCII',
  'mistakes/body/utf-16': () => 'dari body dalam UTF-16',
  'mistakes/body/lower-case': () =>
    'dari body dalam huruf kecil atau huruf besar: yang harus huruf kecil adalah hash-nya, bukan body',
  'mistakes/body/as-json-text': () => 'dari body yang dua kali di-encode ke JSON',
  'mistakes/body/percent-encoded': () => 'dari body dengan percent-encoding',
  'mistakes/body/base64': () => 'dari Base64 body',
  'mistakes/body/in-quotes': () => 'dari body di dalam tanda kutip',
  'mistakes/body/in-array': () => 'dari body di dalam array',
  'mistakes/body/html-escaped': () => 'dari body yang di-escape untuk HTML',
  'mistakes/body/quotes-removed': () => 'dari body tanpa tanda kutip',
  'mistakes/body/normalised': () => 'dari body dalam bentuk normal Unicode yang lain',
  'mistakes/body/empty-array': () => 'dengan hash [], seolah-olah itu body-nya',
  'mistakes/body/null': () => 'dengan hash null, seolah-olah itu body-nya',
  'mistakes/body/empty-text': () =>
    'dengan hash string kosong dalam tanda kutip, atau hash whitespace, seolah-olah itu body-nya',
  'mistakes/body/undefined': () =>
    'dengan hash "undefined", "[object Object]", atau sejenisnya, seolah-olah itu body-nya',
  'mistakes/body/javascript-indent': () =>
    'dari body sebagaimana ditulis JSON.stringify dengan indentasi',
  'mistakes/body/php-unescaped-slashes': () =>
    'dari body sebagaimana ditulis json_encode PHP dengan JSON_UNESCAPED_SLASHES saja',
  'mistakes/body/php-unescaped-unicode': () =>
    'dari body sebagaimana ditulis json_encode PHP dengan JSON_UNESCAPED_UNICODE saja',
  'mistakes/body/php-unescaped': () =>
    'dari body sebagaimana ditulis json_encode PHP dengan JSON_UNESCAPED_SLASHES dan JSON_UNESCAPED_UNICODE',
  'mistakes/body/php-hex-flags': () =>
    'dari body sebagaimana ditulis json_encode PHP dengan JSON_HEX_TAG, JSON_HEX_AMP, JSON_HEX_APOS, dan JSON_HEX_QUOT',
  'mistakes/body/php-pretty-print': () =>
    'dari body sebagaimana ditulis json_encode PHP dengan JSON_PRETTY_PRINT',
  'mistakes/body/php-zero-fraction': () =>
    'dari body sebagaimana ditulis json_encode PHP dengan JSON_PRESERVE_ZERO_FRACTION',
  'mistakes/body/php-force-object': () =>
    'dari body sebagaimana ditulis json_encode PHP dengan JSON_FORCE_OBJECT',
  'mistakes/body/php-numeric-check': () =>
    'dari body sebagaimana ditulis json_encode PHP dengan JSON_NUMERIC_CHECK',
  'mistakes/body/python-compact': () =>
    'dari body sebagaimana ditulis json.dumps Python dengan separators=(",", ":")',
  'mistakes/body/python-unicode': () =>
    'dari body sebagaimana ditulis json.dumps Python dengan ensure_ascii=False',
  'mistakes/body/python-sorted': () =>
    'dari body sebagaimana ditulis json.dumps Python dengan sort_keys=True',
  'mistakes/body/python-indent': () =>
    'dari body sebagaimana ditulis json.dumps Python dengan indentasi',
  'mistakes/body/go': () =>
    'dari body sebagaimana ditulis encoding/json Go, dengan <, >, dan & sebagai escape',
  'mistakes/body/go-map': () =>
    'dari body sebagaimana encoding/json Go menulis map: diurutkan, dengan <, >, dan & sebagai escape',
  'mistakes/body/go-encoder': () =>
    'dari body sebagaimana ditulis json.Encoder Go, dengan baris baru di akhirnya',
  'mistakes/body/go-indent': () => 'dari body sebagaimana ditulis json.MarshalIndent Go',
  'mistakes/body/gson': () => 'dari body sebagaimana ditulis Gson',
  'mistakes/body/gson-map': () =>
    'dari body sebagaimana Gson menulis Map, yang setiap angkanya menjadi double',
  'mistakes/body/gson-pretty': () => 'dari body sebagaimana ditulis Gson dengan pretty printing',
  'mistakes/body/jackson': () => 'dari body sebagaimana ditulis Jackson',
  'mistakes/body/jackson-pretty': () =>
    'dari body sebagaimana ditulis Jackson dengan pretty printer bawaannya',
  'mistakes/body/jackson-ascii': () =>
    'dari body sebagaimana ditulis Jackson dengan ESCAPE_NON_ASCII',
  'mistakes/body/newtonsoft': () => 'dari body sebagaimana ditulis Newtonsoft.Json',
  'mistakes/body/newtonsoft-indented': () =>
    'dari body sebagaimana ditulis Newtonsoft.Json dengan Formatting.Indented',
  'mistakes/body/system-text-json': () =>
    'dari body sebagaimana ditulis System.Text.Json, dengan semua selain huruf ASCII sebagai escape',
  'mistakes/body/system-text-json-relaxed': () =>
    'dari body sebagaimana ditulis System.Text.Json dengan UnsafeRelaxedJsonEscaping',
  'mistakes/body/system-text-json-indented': () =>
    'dari body sebagaimana ditulis System.Text.Json dengan WriteIndented',
  'mistakes/body/perl': () =>
    'dari body sebagaimana ditulis JSON::PP Perl, dengan field yang diurutkan',
  'mistakes/body/rails': () => 'dari body sebagaimana ditulis to_json Rails',
  'mistakes/body/ruby': () => 'dari body sebagaimana ditulis JSON Ruby',
  'mistakes/body/numbers-as-texts': () => 'dari body dengan angka di dalam tanda kutip',
  'mistakes/body/numbers-from-texts': () => 'dari body dengan teks berisi digit sebagai angka',
  'mistakes/body/sorted-in-part': () =>
    'dari body yang hanya field terluarnya diurutkan menurut nama',
  'mistakes/body/nulls-dropped': () => 'dari body tanpa field yang bernilai null',
  'mistakes/body/empty-objects-as-arrays': () => 'dari body dengan objek kosong sebagai []',
  'mistakes/body/empty-texts-as-nulls': () => 'dari body dengan teks kosong sebagai null',
  'mistakes/body/texts-trimmed': () => 'dari body tanpa whitespace di kedua ujung teks-teksnya',
  'mistakes/body/python-dict': () => 'dari body sebagaimana str Python mencetak dict',
  'mistakes/body/java-map': () => 'dari body sebagaimana toString Java mencetak Map',
  'mistakes/body/ruby-hash': () => 'dari body sebagaimana to_s Ruby mencetak Hash',
  'mistakes/body/go-print': () => 'dari body sebagaimana fmt Go mencetak map',
  'mistakes/body/form-encoded': () => 'dari body sebagai form: name=value&…',
};
