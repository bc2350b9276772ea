import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { id as words } from '../../reports/html/words/id.js';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { specFile, specNames } from '../../src/engine/input/specs.js';

const { avoid } = parse(readFileSync(join(packageRoot, 'specs/terms/id.yaml'), 'utf8')) as {
  avoid: Record<string, string>;
};
const terms = Object.keys(avoid).map((term) => ({ term, at: new RegExp(`\\b${term}\\b`, 'i') }));

function avoidedIn(text: string): string[] {
  return terms.filter(({ at }) => at.test(text)).map(({ term }) => term);
}

test('what is to be avoided is found', () => {
  expect(avoidedIn('Tanda tangan pada tanggapan')).toEqual(['tanda tangan', 'tanggapan']);
  expect(avoidedIn('permintaan yang ditandatangani mendapat respons')).toEqual([]);
});

test.each(specNames('translations/id'))('%s avoids what the field does not say', (name) => {
  const text = readFileSync(specFile(name), 'utf8').replace(/\s+/g, ' ');
  expect(avoidedIn(text)).toEqual([]);
});

test('the words of the page avoid it', () => {
  expect(avoidedIn(Object.values(words).join('\n'))).toEqual([]);
});
