import { type Language, say } from '../../src/messages/message.js';
import { render } from '../../src/messages/render.js';
import type { Explanation } from './explanation.js';

/** What a line of an explanation tells. */
export type LineName =
  | 'requirement'
  | 'sent'
  | 'expected'
  | 'got'
  | 'found'
  | 'cause'
  | 'likely-cause'
  | 'remedy'
  | 'replay';

/** A line of an explanation. */
export type Line = [name: LineName, text: string];

/** A line as text: `Sent: …`. */
export function lineText([name, text]: Line, lang: Language = 'en'): string {
  return `${lineLabel(name, lang)}: ${text}`;
}

/** How a line of an explanation begins. */
export function lineLabel(name: LineName, lang: Language = 'en'): string {
  return render(say(`report/line/${name}`), lang);
}

/** An explanation as named parts, in the order in which a reader asks for them; absent parts are left out. */
export function explanationLines(explanation: Explanation): Line[] {
  const lines: [LineName, string | undefined][] = [
    ['requirement', explanation.title],
    ['sent', explanation.sent],
    ['expected', `${explanation.expected} (${explanation.source})`],
    ['got', explanation.got],
    ['found', explanation.message],
    ['cause', explanation.cause],
    ['remedy', explanation.remedy],
    ['replay', explanation.replay],
  ];
  return lines.filter((line): line is Line => line[1] !== undefined);
}
