/** Traces of a server's inside, each with what it gives away. Narrow, so that no honest message is accused. */
const leaks: readonly [RegExp, string][] = [
  [
    /\w\.(?:java|kt|cs|js|ts|php|py|rb|go):\d|Traceback \(most recent call last\)|\bgoroutine \d/,
    'a stack trace',
  ],
  [/[\w.]Exception\b/, 'the name of an internal exception'],
  [
    /SQLSTATE|\bORA-0|PG::|\bER_(?:BAD|DUP|NO|PARSE)_|syntax error at or near|error in your SQL syntax/,
    'an SQL error',
  ],
  [
    /(?<![\w/.])\/(?:home|usr|var|opt|srv|app|root)\/.*\w\.(?:php|js|ts|py|rb|java|go|cs)\b/,
    'a file path of the server',
  ],
  [/\b[A-Z]:\\\w/, 'a file path of the server'],
  [
    /Whitelabel Error Page|<title>Apache Tomcat|\bLaravel\b|Werkzeug Debugger|DEBUG = True/,
    "a framework's error page",
  ],
];

/** What a text gives away, in words; undefined where nothing. */
export function leakIn(text: string): string | undefined {
  return leaks.find(([pattern]) => pattern.test(text))?.[1];
}
