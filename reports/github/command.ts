import { visible } from '../shared/visible.js';

/** A workflow command of GitHub Actions, in one line; properties without a value are left out. */
export function workflowCommand(
  name: 'error' | 'warning' | 'notice',
  properties: Record<string, string | undefined>,
  message: string,
): string {
  const listed = Object.entries(properties)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .map(([key, value]) => `${key}=${property(value)}`)
    .join(',');
  return `::${name}${listed === '' ? '' : ` ${listed}`}::${data(message)}`;
}

// https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions and toolkit's command.ts: a line
// feed would end the command and begin another one. A carriage return is written by number already.
function data(text: string): string {
  return visible(text).replace(/%/g, '%25').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
