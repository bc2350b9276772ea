import { randomUUID } from 'node:crypto';

/**
 * Makes lines of text safe to print in a job of GitHub Actions. The runner takes a line that begins with `::` for
 * a command, and a line of a summary may begin with what a server said. So commands are stopped until a random
 * word (`stop-commands` of the workflow commands).
 */
export function withoutCommands(text: string, environment = process.env): string {
  if (environment['GITHUB_ACTIONS'] !== 'true') return text;
  const word = randomUUID();
  return `::stop-commands::${word}\n${text}${text.endsWith('\n') ? '' : '\n'}::${word}::\n`;
}
