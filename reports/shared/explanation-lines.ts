import type { Explanation } from './explanation.js';

/** An explanation as named parts, in the order in which a reader asks for them; absent parts are left out. */
export function explanationLines(explanation: Explanation): [name: string, text: string][] {
  const lines: [string, string | undefined][] = [
    ['Requirement', explanation.title],
    ['Sent', explanation.sent],
    ['Expected', `${explanation.expected} (${explanation.source})`],
    ['Came back', explanation.got],
    ['Found', explanation.message],
    ['Cause', explanation.cause],
    ['Remedy', explanation.remedy],
    ['Replay', explanation.replay],
  ];
  return lines.filter((line): line is [string, string] => line[1] !== undefined);
}
