import { type Message, say } from '../../../src/messages/message.js';

/** Levels of nesting beyond what a parser that recurses has room for. */
const levels = 10_000;
/** Bytes of a body beyond what a token request can need. */
const largest = 1024 * 1024;

/** A body, and what is said of it. */
export interface Extreme {
  name: Message;
  text: string;
}

/** Bodies nested too deep; `right` is the control's, a JSON object that isn't empty. */
export function tooDeepBodies(right: string): Extreme[] {
  const inside = (value: string) => withMember(right, 'additionalInfo', value);
  return [
    {
      name: say('token-b2b/body/nested-objects', { levels }),
      text: inside(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`),
    },
    {
      name: say('token-b2b/body/nested-arrays', { levels }),
      text: inside(`{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`),
    },
    {
      name: say('token-b2b/body/unclosed-brackets', { brackets: levels }),
      text: '['.repeat(levels),
    },
  ];
}

/** Bodies of 1 MiB; `right` is the control's, a JSON object that isn't empty. */
export function oversizedBodies(right: string): Extreme[] {
  const room = largest - withMember(right, 'additionalInfo', '{"note":""}').length;
  return [
    {
      name: say('token-b2b/body/large-text'),
      text: withMember(right, 'additionalInfo', `{"note":"${'x'.repeat(room)}"}`),
    },
    { name: say('token-b2b/body/large-white-space'), text: right.padStart(largest) },
  ];
}

/** Forms of 1 MiB; `right` is the control's. */
export function oversizedForms(right: string): Extreme[] {
  const more = `${right}&note=`;
  return [{ name: say('token-b2b/body/large-text'), text: more.padEnd(largest, 'x') }];
}

function withMember(object: string, name: string, value: string): string {
  return `${object.slice(0, -1)},"${name}":${value}}`;
}
