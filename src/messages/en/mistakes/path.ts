/** Mistakes of senders: path and query. Each completes "signed …". */
export const mistakesPath = {
  'mistakes/path/with-host': () => 'over the path with the host before it',
  'mistakes/path/with-prefix': () => "over the path with a prefix that wasn't sent",
  'mistakes/path/trailing-slash': () => 'over the path with a slash at its end more or less',
  'mistakes/path/no-leading-slash': () => 'over the path without its first slash',
  'mistakes/path/double-slash': () => 'over the path with a slash doubled, or a doubled one single',
  'mistakes/path/escapes-in-other-case': () =>
    'over the URL with its percent escapes in another letter case',
  'mistakes/path/encoded-once-more': () => 'over the URL percent-encoded once more',
  'mistakes/path/letter-case': () => 'over the path in another letter case',
  'mistakes/path/last-part-alone': () => 'over the last part of the path alone',
  'mistakes/path/white-space': () => 'over the path with white space beside it',
  'mistakes/path/backslashes': () => 'over the path with escaped slashes',
  'mistakes/path/quoted': () => 'over the path with quotation marks around it',
  'mistakes/path/undefined': () => 'with "undefined" or the like in the place of the path',
  'mistakes/path/empty': () => 'with nothing, or a slash alone, in the place of the path',
  'mistakes/path/with-fragment': () => 'over the path with # at its end',
  'mistakes/path/with-method': () => 'over the path with the method before it',
  'mistakes/path/with-protocol': () => 'over the whole request line',
  'mistakes/path/query-not-sorted': () => 'with the query in the order in which it was sent',
  'mistakes/path/query-decoded': () => 'over the query with its percent escapes decoded',
  'mistakes/path/query-encoded-otherwise': () =>
    'over the query encoded in another way: %20 or +, other characters left as they are',
  'mistakes/path/query-as-html': () => 'over the query with its & as &amp; or \\u0026',
  'mistakes/path/query-without-equals': () => 'over the query without its equals signs',
  'mistakes/path/query-values-alone': () => 'over the values of the query alone',
  'mistakes/path/bare-question-mark': () => 'over the path with a question mark at its end',
  'mistakes/path/query-without-question-mark': () =>
    'over path and query without the question mark between them',
};
