import type { RunOptions } from 'axe-core';
import { expect, it } from 'vitest';
import { examined } from './examined.js';
import { inBrowser, openAll } from './in-browser.js';

/** Colours are the theme's and structure is not: each rule runs where it can come out differently. */
const settings = [
  ['full.html', 'light', {}],
  ['full.html', 'dark', { runOnly: ['color-contrast'] }],
  ['full-id.html', 'light', { rules: { 'color-contrast': { enabled: false } } }],
  ['one.html', 'light', {}],
  ['one.html', 'dark', { runOnly: ['color-contrast'] }],
] as const;

inBrowser('report.html for everyone (axe-core)', (open) => {
  for (const [name, colorScheme, options] of settings) {
    for (const view of ['summary', 'details']) {
      it(`${name}, ${colorScheme}: the ${view} with everything open`, () =>
        open(
          `${name}#${view}`,
          async (page) => {
            if (view === 'details') await openAll(page);
            await page
              .locator(`#${view} details`)
              .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')) as never);
            const { violations, held } = await examined(page, options as unknown as RunOptions);
            expect(violations).toEqual([]);
            expect(held).toBeGreaterThan(100);
          },
          { colorScheme },
        ));
    }
  }

  it('the list of keys', () =>
    open('full.html', async (page) => {
      await page.keyboard.press('?');
      expect((await examined(page)).violations).toEqual([]);
    }));

  it('shows where the focus is', () =>
    open('full.html', async (page) => {
      for (let press = 0; press < 12; press += 1) {
        await page.keyboard.press('Tab');
        const outline = await page.evaluate(
          'getComputedStyle(document.activeElement).outlineStyle',
        );
        expect(outline).not.toBe('none');
      }
    }));

  it('has a heading for each step, in order', () =>
    open('full.html#details', async (page) => {
      await openAll(page);
      const levels = await page.evaluate<number[]>(
        "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((one) => !one.closest('dialog')).map((one) => Number(one.localName[1]))",
      );
      expect(levels[0]).toBe(1);
      expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
    }));
});
