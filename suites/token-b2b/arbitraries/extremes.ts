/** Levels of nesting beyond what a parser that recurses has room for. */
const levels = 10_000;
/** Bytes of a body beyond what a token request can need. */
const largest = 1024 * 1024;

/** A body, and what is in it, in words. */
export interface Extreme {
  name: string;
  text: string;
}

/** Bodies nested too deep; `right` is the control's, a JSON object that isn't empty. */
export function tooDeepBodies(right: string): Extreme[] {
  const inside = (value: string) => withMember(right, 'additionalInfo', value);
  return [
    {
      name: `an object with ${levels} objects one in the other`,
      text: inside(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`),
    },
    {
      name: `an object with ${levels} arrays one in the other`,
      text: inside(`{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`),
    },
    { name: `${levels} brackets that are never closed`, text: '['.repeat(levels) },
  ];
}

/** Bodies of 1 MiB; `right` is the control's, a JSON object that isn't empty. */
export function oversizedBodies(right: string): Extreme[] {
  const room = largest - withMember(right, 'additionalInfo', '{"note":""}').length;
  return [
    {
      name: 'a text of 1 MiB beside the right members',
      text: withMember(right, 'additionalInfo', `{"note":"${'x'.repeat(room)}"}`),
    },
    { name: '1 MiB of white space and then the right members', text: right.padStart(largest) },
  ];
}

function withMember(object: string, name: string, value: string): string {
  return `${object.slice(0, -1)},"${name}":${value}}`;
}
