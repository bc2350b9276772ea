import type { Finding } from './finding.js';

/** A finding as named parts, in the order in which a reader asks for them; what is absent is left out. */
export function findingLines(finding: Finding): [name: string, text: string][] {
  const lines: [string, string | undefined][] = [
    ['Requirement', finding.title],
    ['Sent', finding.sent],
    ['Expected', `${finding.expected} (${finding.source})`],
    ['Came back', finding.got],
    ['Found', finding.message],
    ['Remedy', finding.remedy],
    ['Replay', finding.replay],
  ];
  return lines.filter((line): line is [string, string] => line[1] !== undefined);
}
