import { type Message, say } from '../../src/messages/message.js';

/** Traces of a server's inside, each with what it gives away. Narrow, so that no honest message is accused. */
const leaks: readonly [RegExp, Message][] = [
  [
    /\w\.(?:java|kt|cs|js|ts|php|py|rb|go):\d|Traceback \(most recent call last\)|\bgoroutine \d/,
    say('shared/errors/stack-trace'),
  ],
  [/[\w.]Exception\b/, say('shared/errors/exception-name')],
  [
    /SQLSTATE|\bORA-0|PG::|\bER_(?:BAD|DUP|NO|PARSE)_|syntax error at or near|error in your SQL syntax/,
    say('shared/errors/sql-error'),
  ],
  [
    /(?<![\w/.])\/(?:home|usr|var|opt|srv|app|root)\/.*\w\.(?:php|js|ts|py|rb|java|go|cs)\b/,
    say('shared/errors/file-path'),
  ],
  [/\b[A-Z]:\\\w/, say('shared/errors/file-path')],
  [
    /Whitelabel Error Page|<title>Apache Tomcat|\bLaravel\b|Werkzeug Debugger|DEBUG = True/,
    say('shared/errors/error-page'),
  ],
];

/** What a text gives away; undefined when that is nothing. */
export function leakIn(text: string): Message | undefined {
  return leaks.find(([pattern]) => pattern.test(text))?.[1];
}
