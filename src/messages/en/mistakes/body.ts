/** Mistakes of senders: the body. Each completes "signed …". */
export const mistakesBody = {
  'mistakes/body/spaces-alone-removed': () =>
    'over the body without its spaces, its line ends and tabs left in',
  'mistakes/body/line-ends-alone-removed': () =>
    'over the body without its line ends, its other white space left in',
  'mistakes/body/white-space-collapsed': () =>
    'over the body with each run of white space as one space',
  'mistakes/body/trimmed': () => 'over the raw body without the white space around it',
  'mistakes/body/trailing-newline': () => 'over the body with a line end or a space after it',
  'mistakes/body/other-line-ends': () =>
    'over the raw body with other line ends than it was sent with',
  'mistakes/body/byte-order-mark': () => 'over the body with a byte order mark more or less',
  'mistakes/body/spaced-separators': () => 'over the body with a space after its commas or colons',
  'mistakes/body/pretty-printed': () => 'over the body pretty-printed, not minified',
  'mistakes/body/escapes-undone': () => 'over the body read and written again without its escapes',
  'mistakes/body/slashes-escaped': () => 'over the body with escaped slashes',
  'mistakes/body/latin-1': () => 'over the body in Latin-1',
  'mistakes/body/utf-8-twice': () => 'over the body encoded as UTF-8 twice',
  'mistakes/body/question-marks': () => "over the body with ? in the place of what isn't ASCII",
  'mistakes/body/utf-16': () => 'over the body in UTF-16',
  'mistakes/body/lower-case': () =>
    'over the body in lower or upper case: the hash is to be in lower case, not the body',
  'mistakes/body/as-json-text': () => 'over the body encoded as JSON twice',
  'mistakes/body/percent-encoded': () => 'over the body percent-encoded',
  'mistakes/body/base64': () => 'over the Base64 of the body',
  'mistakes/body/in-quotes': () => 'over the body with quotation marks around it',
  'mistakes/body/in-array': () => 'over the body in an array',
  'mistakes/body/html-escaped': () => 'over the body escaped for HTML',
  'mistakes/body/quotes-removed': () => 'over the body without its quotation marks',
  'mistakes/body/normalised': () => 'over the body in another normal form of Unicode',
  'mistakes/body/empty-array': () => 'with the hash of [], as if that were the body',
  'mistakes/body/null': () => 'with the hash of null, as if that were the body',
  'mistakes/body/empty-text': () =>
    'with the hash of an empty string in quotation marks, or of white space, as if that were the body',
  'mistakes/body/undefined': () =>
    'with the hash of "undefined", "[object Object]" or the like, as if that were the body',
  'mistakes/body/javascript-indent': () =>
    'over the body as JSON.stringify writes it with an indent',
  'mistakes/body/php-unescaped-slashes': () =>
    'over the body as json_encode of PHP writes it with JSON_UNESCAPED_SLASHES alone',
  'mistakes/body/php-unescaped-unicode': () =>
    'over the body as json_encode of PHP writes it with JSON_UNESCAPED_UNICODE alone',
  'mistakes/body/php-unescaped': () =>
    'over the body as json_encode of PHP writes it with JSON_UNESCAPED_SLASHES and JSON_UNESCAPED_UNICODE',
  'mistakes/body/php-hex-flags': () =>
    'over the body as json_encode of PHP writes it with JSON_HEX_TAG, JSON_HEX_AMP, JSON_HEX_APOS and JSON_HEX_QUOT',
  'mistakes/body/php-pretty-print': () =>
    'over the body as json_encode of PHP writes it with JSON_PRETTY_PRINT',
  'mistakes/body/php-zero-fraction': () =>
    'over the body as json_encode of PHP writes it with JSON_PRESERVE_ZERO_FRACTION',
  'mistakes/body/php-force-object': () =>
    'over the body as json_encode of PHP writes it with JSON_FORCE_OBJECT',
  'mistakes/body/php-numeric-check': () =>
    'over the body as json_encode of PHP writes it with JSON_NUMERIC_CHECK',
  'mistakes/body/python-compact': () =>
    'over the body as json.dumps of Python writes it with separators=(",", ":")',
  'mistakes/body/python-unicode': () =>
    'over the body as json.dumps of Python writes it with ensure_ascii=False',
  'mistakes/body/python-sorted': () =>
    'over the body as json.dumps of Python writes it with sort_keys=True',
  'mistakes/body/python-indent': () =>
    'over the body as json.dumps of Python writes it with an indent',
  'mistakes/body/go': () =>
    'over the body as encoding/json of Go writes it, with <, > and & as escapes',
  'mistakes/body/go-map': () =>
    'over the body as encoding/json of Go writes a map: sorted, with <, > and & as escapes',
  'mistakes/body/go-encoder': () =>
    'over the body as json.Encoder of Go writes it, with a line end after it',
  'mistakes/body/go-indent': () => 'over the body as json.MarshalIndent of Go writes it',
  'mistakes/body/gson': () => 'over the body as Gson writes it',
  'mistakes/body/gson-map': () =>
    'over the body as Gson writes a Map, in which every number is a double',
  'mistakes/body/gson-pretty': () => 'over the body as Gson writes it with pretty printing',
  'mistakes/body/jackson': () => 'over the body as Jackson writes it',
  'mistakes/body/jackson-pretty': () =>
    'over the body as Jackson writes it with its default pretty printer',
  'mistakes/body/jackson-ascii': () => 'over the body as Jackson writes it with ESCAPE_NON_ASCII',
  'mistakes/body/newtonsoft': () => 'over the body as Newtonsoft.Json writes it',
  'mistakes/body/newtonsoft-indented': () =>
    'over the body as Newtonsoft.Json writes it with Formatting.Indented',
  'mistakes/body/system-text-json': () =>
    'over the body as System.Text.Json writes it, with all but ASCII letters as escapes',
  'mistakes/body/system-text-json-relaxed': () =>
    'over the body as System.Text.Json writes it with UnsafeRelaxedJsonEscaping',
  'mistakes/body/system-text-json-indented': () =>
    'over the body as System.Text.Json writes it with WriteIndented',
  'mistakes/body/perl': () => 'over the body as JSON::PP of Perl writes it, its members sorted',
  'mistakes/body/rails': () => 'over the body as to_json of Rails writes it',
  'mistakes/body/ruby': () => 'over the body as JSON of Ruby writes it',
  'mistakes/body/numbers-as-texts': () => 'over the body with its numbers in quotation marks',
  'mistakes/body/numbers-from-texts': () => 'over the body with texts of digits as numbers',
  'mistakes/body/sorted-in-part': () => 'over the body with its outer members alone sorted by name',
  'mistakes/body/nulls-dropped': () => 'over the body without its members that are null',
  'mistakes/body/empty-objects-as-arrays': () => 'over the body with its empty objects as []',
  'mistakes/body/empty-texts-as-nulls': () => 'over the body with its empty texts as null',
  'mistakes/body/texts-trimmed': () =>
    'over the body with the white space around its texts removed',
  'mistakes/body/python-dict': () => 'over the body as str of Python prints a dict',
  'mistakes/body/java-map': () => 'over the body as toString of Java prints a Map',
  'mistakes/body/ruby-hash': () => 'over the body as to_s of Ruby prints a Hash',
  'mistakes/body/go-print': () => 'over the body as fmt of Go prints a map',
  'mistakes/body/form-encoded': () => 'over the body as a form: name=value&…',
};
