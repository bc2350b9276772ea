import { anchorOf } from '../anchor.js';
import type { Step } from './stage.js';
import { type Entry, type Language, textsIn } from './texts.js';

/** The whole page, from its texts and from what the commands said when the scenarios were played. */
export function troubleshootingPage(
  language: Language,
  played: ReadonlyMap<string, Step[]>,
): string {
  const { title, intro, groups } = textsIn(language);
  const contents = groups.flatMap((group) => [
    `- ${group.title}`,
    ...group.entries.map(({ symptom }) => `  - [${linked(symptom)}](#${anchorOf(symptom)})`),
  ]);
  const entry = (told: Entry) => [
    `### ${told.symptom}`,
    told.ask.trim(),
    ...(played.get(told.id) ?? []).map(
      ({ command, output }) => `\`\`\`console\n$ ${folded(command)}\n${output}\n\`\`\``,
    ),
    told.remedy.trim(),
  ];
  const blocks = [
    `# ${title}`,
    intro.trim(),
    contents.join('\n'),
    ...groups.flatMap((group) => [`## ${group.title}`, ...group.entries.flatMap(entry)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** A command on lines that need no scrolling; a shell takes it so, too. */
function folded(command: string): string {
  const [first = '', ...words] = command.split(/ (?=-)/);
  const lines = [first];
  for (const word of words) {
    const line = `${lines.pop()} ${word}`;
    if (line.length <= 96) lines.push(line);
    else lines.push(`${line.slice(0, -word.length - 1)} \\`, `    ${word}`);
  }
  return lines.join('\n');
}

/** A text within the brackets of a link. */
function linked(text: string): string {
  return text.replace(/[[\]]/g, '\\$&');
}
