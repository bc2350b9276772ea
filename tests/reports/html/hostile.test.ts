import { expect, it } from 'vitest';
import { poison } from '../fixtures/hostile.js';
import { inBrowser, openAll } from './in-browser.js';

inBrowser('report.html of a hostile server', (open) => {
  it('runs nothing, in either language, with everything unpacked', () =>
    open('hostile.html#details', async (page) => {
      await openAll(page);
      await page.locator('#language').selectOption('id');
      await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('id');
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.locator('script').count()).toBe(2);
      expect(await page.locator('details.check[open]').count()).toBe(16);
    }));

  it('says what it said, as text', () =>
    open('hostile.html', async (page) => {
      const text = await page.locator('.card h3').first().textContent();
      expect(text).toBe(
        `doku sandbox${poison.slice(0, poison.indexOf('\u0000'))}<U+0000><U+001B>[31m<U+202E><U+D800>`,
      );
    }));

  it('finds a check by a link, whatever its target is called', () =>
    open('hostile.html', async (page) => {
      await page.locator('article.finding a').first().click();
      await expect.poll(() => page.locator('details.check[open]:visible').count()).toBe(1);
    }));
});
