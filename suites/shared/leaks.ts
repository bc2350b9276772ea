/** Traces of a server's inside, each with what it gives away. Narrow, so that no honest message is accused. */
const leaks: readonly [RegExp, string][] = [
  [/^\s*at [\w.$<>[\] ]+\(.*:\d+(?::\d+)?\)/m, 'a stack trace'],
  [/\\n\s*at [\w.$<>[\] ]+\([^)]*:\d+/, 'a stack trace'],
  [/Traceback \(most recent call last\)/, 'a stack trace'],
  [
    /\b(?:java|javax|org\.springframework|System)\.[\w.]+Exception\b/,
    'the name of an internal exception',
  ],
  [/\bpanic: .*goroutine \d+/s, 'a stack trace'],
  [
    /\b(?:SQLSTATE\[|ORA-\d{5}|PG::\w+Error|ER_[A-Z_]{4,}\b)|syntax error at or near|You have an error in your SQL syntax/,
    'an SQL error',
  ],
  [
    /(?:^|["'\s(])\/(?:home|usr|var|opt|srv|app|root)\/[\w./-]+\.(?:php|js|ts|py|rb|java|go|cs)\b/,
    'a file path of the server',
  ],
  [/[A-Z]:\\(?:[\w .-]+\\)+[\w .-]+\.\w+/, 'a file path of the server'],
  [
    /Whitelabel Error Page|<title>\s*Apache Tomcat|Laravel.*Ignition|Werkzeug Debugger|DEBUG = True/i,
    "a framework's error page",
  ],
];

/** What a text gives away, in words; undefined where nothing. */
export function leakIn(text: string): string | undefined {
  return leaks.find(([pattern]) => pattern.test(text))?.[1];
}
