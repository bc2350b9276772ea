import { expect, test } from 'vitest';
import { type Section, sectionOf, writeSection } from './page.js';
import { fuzzSection, secretsSection } from './sections.js';

test.each<[Section, () => string]>([
  ['Secrets in outputs', secretsSection],
  ['Inputs fuzzed', fuzzSection],
])('docs/reliability.md says what was written last: %s', (section, text) => {
  if (process.env['WRITE_RELIABILITY'] === '1') writeSection(section, text());
  else expect(sectionOf(section), 'npm run reliability writes it').toBe(text().trim());
});
