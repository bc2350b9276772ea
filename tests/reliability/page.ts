import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/engine/input/package-root.js';

/** The sections of the page, in their order. Each is measured by itself. */
export type Section = 'Server kinds' | 'Secrets in outputs' | 'Inputs fuzzed';

const order: readonly Section[] = ['Server kinds', 'Secrets in outputs', 'Inputs fuzzed'];

const file = join(packageRoot, 'docs', 'reliability.md');
const intro = `# What a run withstands

Made by \`npm run reliability\`, section by section, from what was measured.
`;

/** Writes one section of docs/reliability.md, and leaves the others as they are. */
export function writeSection(section: Section, text: string): void {
  const sections = new Map<string, string>(
    existsSync(file) ? sectionsOf(readFileSync(file, 'utf8')) : [],
  );
  sections.set(section, text.trim());
  const parts = order.flatMap((title) => {
    const body = sections.get(title);
    return body === undefined ? [] : [`## ${title}\n\n${body}\n`];
  });
  writeFileSync(file, [intro, ...parts].join('\n'));
}

/** What a section of docs/reliability.md says; undefined if it was never measured. */
export function sectionOf(section: Section): string | undefined {
  return new Map(sectionsOf(readFileSync(file, 'utf8'))).get(section);
}

function sectionsOf(page: string): [string, string][] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end).trim()];
    });
}
