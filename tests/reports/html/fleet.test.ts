import type { RunOptions } from 'axe-core';
import { describe, expect, it } from 'vitest';
import { html } from '../../../reports/html.js';
import { fleet } from '../fixtures/fleet.js';
import { full } from '../fixtures/full.js';
import { examined } from './examined.js';
import { inBrowser } from './in-browser.js';

const page = html.render(fleet);
const decoded = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => decoded(id)));
const sectionOf = (id: string) =>
  new RegExp(`<section id="${id}"[\\s\\S]*?</section>`).exec(page)?.[0] ?? '';
const linksOf = (text: string) =>
  [...text.matchAll(/href="#([^"]*)"/g)]
    .map(([, link = '']) => decoded(link))
    .filter((link) => !link.startsWith('icon-'));

describe('a result of many targets', () => {
  it('is a matrix of targets and checks, in which each cell leads to its evidence', () => {
    const matrix = sectionOf('compare');
    const cells = [...matrix.matchAll(/<td><a href="#([^"]*)"/g)].map(([, link = '']) =>
      decoded(link),
    );
    const wanted = fleet.targets.flatMap(({ name, checks }) =>
      checks.map(({ id }) => `${encodeURIComponent(name)}/${id}`),
    );
    expect(cells.toSorted()).toEqual(wanted.toSorted());
    expect(linksOf(matrix).filter((link) => !ids.has(link))).toEqual([]);
    // The last target was not put to them.
    const untested = fleet.targets[0]?.checks.filter(({ outcome }) => outcome === 'untested');
    expect(matrix.match(/role="img"/g)).toHaveLength(untested?.length ?? 0);
  });

  it('has what differs first, then what only applies otherwise, then what came out alike', () => {
    const [, ...titles] = [...sectionOf('compare').matchAll(/<summary>(.*?)<\/summary>|<table/g)];
    const told = titles.flatMap(([, title]) => title?.replace(/<[^>]*>/g, '') ?? []);
    expect(told).toEqual([
      expect.stringMatching(/^\d+ checks more differ only in what applies or was tested$/),
      expect.stringMatching(/^\d+ checks came out alike at all targets$/),
    ]);
  });

  it('shows where dialects differ, and each value leads to where it was measured', () => {
    const [row = ''] = /<tr class="differs">.*?<\/tr>/s.exec(sectionOf('dialect')) ?? [];
    expect(row).toContain('expiresIn type');
    expect(linksOf(row)).toEqual(
      fleet.targets.map(({ name }) => `${encodeURIComponent(name)}/control`),
    );
    expect(linksOf(row).filter((link) => !ids.has(link))).toEqual([]);
  });

  it('stays a table in words for a few targets', () => {
    expect(html.render(full)).not.toContain('class="compare matrix"');
  });
});

inBrowser('report.html of a fleet', (open) => {
  it('opens the check that a cell of the matrix leads to', () =>
    open('fleet.html', async (tab) => {
      await tab.locator('.matrix td a[aria-label=failed]').first().click();
      await expect.poll(() => tab.locator('details.check[open]:visible').count()).toBe(1);
    }));

  for (const [colorScheme, options] of [
    ['light', {}],
    ['dark', { runOnly: ['color-contrast'] }],
  ] as const)
    it(`is for everyone (axe-core), ${colorScheme}`, { timeout: 300_000 }, () =>
      open(
        'fleet.html',
        async (tab) => {
          await tab
            .locator('#compare details')
            .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')) as never);
          const { violations } = await examined(tab, options as unknown as RunOptions);
          expect(violations).toEqual([]);
        },
        { colorScheme },
      ),
    );
});
