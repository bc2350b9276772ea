import { describe, expect, it } from 'vitest';
import { fill, type Word, words } from '../../../reports/html/words.js';
import { causesOfFindings } from '../../../src/messages/en/run/causes-of-findings.js';

const all = Object.keys(words.en) as Word[];
/** The numbers of the values that a text takes. */
const taken = (text: string) =>
  [...new Set([...text.matchAll(/\{(\d)\}/g)].map(([, at]) => at))].sort();

describe('the words of the page', () => {
  it.each(all)('%s says something in each language, and takes the same values', (word) => {
    expect(words.id[word].trim()).not.toBe('');
    expect(taken(words.id[word])).toEqual(taken(words.en[word]));
  });

  it.each(Object.keys(causesOfFindings))('%s has a remedy in the page', (message) => {
    expect(Object.keys(words.en)).toContain(`cause-${message.split('/').pop()}`);
  });

  it.each([
    ['{0} {0|check|checks}', 'en', [1], '1 check'],
    ['{0} {0|check|checks}', 'en', [0], '0 checks'],
    ['{0} {0|check|checks}', 'en', [12345], '12,345 checks'],
    ['{0} pemeriksaan', 'id', [12345], '12.345 pemeriksaan'],
    ['{1} of {0}', 'en', ['$&', '{0}'], '{0} of $&'],
    ['{0} s', 'id', [9.3125], '9,3 s'],
  ] as const)('%s in %s takes %j', (text, lang, values, filled) => {
    expect(fill(text, lang, values)).toBe(filled);
  });
});
