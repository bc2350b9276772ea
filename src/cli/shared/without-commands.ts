import { randomUUID } from 'node:crypto';

/**
 * Text of lines as it can be printed in a job of GitHub Actions. The runner there takes a line that begins with `::`
 * for a command to it, and a line of a summary may begin with what a server said: commands stop until a word that
 * nobody can know (`stop-commands` of the workflow commands).
 */
export function withoutCommands(text: string, environment = process.env): string {
  if (environment['GITHUB_ACTIONS'] !== 'true') return text;
  const word = randomUUID();
  return `::stop-commands::${word}\n${text}${text.endsWith('\n') ? '' : '\n'}::${word}::\n`;
}
