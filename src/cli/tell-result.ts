import { renderSummary } from '../../reports/console.js';
import type { Result } from '../../schemas/generated/result.js';
import { terminalOf } from './terminal.js';

/** Prints what was found, and where the reports of it are. */
export function tellResult(result: Result, files: readonly { name: string; path: string }[]): void {
  const { color, width } = terminalOf(process.stdout);
  const longest = Math.max(...files.map(({ name }) => name.length));
  const lines = files.map(({ name, path }) => `  ${name.padEnd(longest)}  ${path}\n`);
  process.stdout.write(renderSummary(result, { color, width }));
  if (lines.length > 0) process.stdout.write(`\nReports:\n${lines.join('')}`);
}
