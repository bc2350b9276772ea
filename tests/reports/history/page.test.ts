import { describe, expect, it } from 'vitest';
import { script, style } from '../../../reports/history/assets.js';
import { historyPage } from '../../../reports/history/page.js';
import { historyWords } from '../../../reports/history/words.js';
import { eventful } from '../fixtures/history.js';

/** The texts of an article of what changed, a row each, without markup. */
function rowsOf(article: string): string[] {
  return [...article.matchAll(/<div><dt>(.*?)<\/dt><dd>(.*?)<\/dd><\/div>/gs)].map((row) =>
    row
      .slice(1)
      .map((part) => part.replace(/<[^>]*>/g, '').trim())
      .join(': '),
  );
}

const page = historyPage(eventful);
const articles = [...page.matchAll(/<article class="change">(.*?)<\/article>/gs)].map(
  ([, article = '']) => rowsOf(article),
);

describe('the page of a history', () => {
  it('tells what changed, the latest first, and what is ours apart from the target', () => {
    expect(articles).toEqual([
      [
        'Tool, catalogue and profile (ours): another version of the tool: 0.1.0 before, 0.2.0 now',
        'Failing since then: token-b2b/response/status',
        'Measured differently, with the change of ours: scheme: absent → &#34;symmetric&#34;',
      ],
      [
        'Verdict: conformant → non-conformant',
        'The run: another seed: 42 before, 7 now',
        'The target: another base URL: https://a before, https://b now',
        'Failing since then: token-b2b/timestamp/rejects-epoch',
        'Passing since then: token-b2b/timestamp/rejects-stale',
        'Measured of the target: expiresIn / type: &#34;string&#34; → &#34;number&#34;',
      ],
    ]);
  });

  it('says since when a check fails, and what that came with', () => {
    const spells = [...page.matchAll(/<details class="spell".*?<\/details>/gs)].map(([spell]) =>
      spell.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '),
    );
    expect(spells).toHaveLength(3);
    expect(spells[0]).toContain('since 2026-03-03 02:15 UTC');
    expect(spells[0]).toContain('so that it is not put down to the target: another version');
    expect(spells[1]).toContain('the target changed.');
    expect(spells[2]).toContain('2026-03-01 02:15 UTC to 2026-03-01 02:15 UTC');
    expect(spells[2]).toContain('It fails in the first result that judged it.');
  });

  it('has the numbers of every result, the latest first', () => {
    const [table = ''] = /<table class="points">.*?<\/table>/s.exec(page) ?? [];
    const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].slice(1).map(([, row = '']) =>
      row
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    expect(rows).toEqual([
      '2026-03-04 02:15 UTC interrupted inconclusive 0 0 0 12.5 40 snap-bi 0.1.0 results/4/result.json',
      '2026-03-03 02:15 UTC non-conformant in the 11 of 404 checks chosen ( the file states: conformant ) 2 1 1 12.5 40 snap-bi 0.2.0 results/3/result.json',
      '2026-03-02 02:15 UTC non-conformant 2 1 1 the order is swapped 12.5 40 snap-bi 0.1.0 results/2/result.json',
      '2026-03-01 02:15 UTC conformant 0 0 0 12.5 40 snap-bi 0.1.0 results/1/result.json',
    ]);
  });

  it('is the same text twice, in either language', () => {
    expect(historyPage(eventful)).toBe(page);
    const indonesian = historyPage(eventful, { lang: 'id' });
    expect(indonesian).toContain('<html lang="id">');
    expect(indonesian).toContain('4 hasil dari');
  });

  it('has script and style that can stand in it, and import nothing', () => {
    expect(script).not.toMatch(/<\/script|<!--|\bimport\b|\brequire\(/i);
    expect(style).not.toMatch(/<\/style|<!--|@import|url\(/i);
  });

  it.each(Object.keys(historyWords.en) as (keyof typeof historyWords.en)[])(
    '%s says something in each language, and takes the same values',
    (word) => {
      const taken = (text: string) =>
        [...new Set([...text.matchAll(/\{(\d)\}/g)].map(([, at]) => at))].sort();
      expect(historyWords.id[word].trim()).not.toBe('');
      expect(taken(historyWords.id[word])).toEqual(taken(historyWords.en[word]));
    },
  );
});
