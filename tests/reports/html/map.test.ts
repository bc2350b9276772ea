import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { full } from '../fixtures/full.js';
import { inBrowser } from './in-browser.js';

const focused = (page: Page) => page.evaluate<string>('document.activeElement.textContent');

inBrowser('the checks at a glance in report.html', (open) => {
  it('are a cell each, as many as there are checks, and each opens its own', () =>
    open('full.html', async (page) => {
      for (const [at, { checks }] of full.targets.entries()) {
        const cells = page.locator('.map').nth(at).locator('.cells a');
        expect(await cells.count()).toBe(checks.length);
      }
      const cells = await page.locator('.cells a').all();
      for (const cell of cells) {
        const id = ((await cell.getAttribute('href')) ?? '').slice(1);
        const outcome = await page.locator(`[id="${id}"]`).getAttribute('data-outcome');
        expect((await cell.getAttribute('class'))?.split(' ')[0]).toBe(outcome);
      }
      await page.locator('.cells a.failed').first().click();
      await expect
        .poll(() => page.locator('details.check[open]:visible code.id').first().textContent())
        .toBe('token-b2b/timestamp/rejects-missing-offset');
    }));

  it('differ in shape, not in colour alone', () =>
    open('full.html', async (page) => {
      const shapes = await page.evaluate<
        string[]
      >(`['passed', 'failed', 'warning', 'cantTell', 'untested', 'inapplicable'].map((outcome) => {
        const style = getComputedStyle(document.querySelector('.cells a.' + outcome), '::before');
        return [style.width, style.height, style.clipPath, style.borderRadius, style.borderStyle].join();
      })`);
      expect(new Set(shapes).size).toBe(6);
    }));

  it('are one stop of the Tab key for a target, with arrow keys inside it', () =>
    open('full.html', async (page) => {
      expect(await page.locator('.cells a:not([tabindex="-1"])').count()).toBe(full.targets.length);
      await page.locator('.map summary').first().focus();
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('passed: status');
      await page.keyboard.press('ArrowRight');
      expect(await focused(page)).toBe('warning: cache-control');
      expect(await page.locator('.map .caption').first().textContent()).toBe(
        'warning: A granted token is not cached (token-b2b/response/cache-control)',
      );
      await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toBe('passed: type');
      await page.keyboard.press('End');
      expect(await focused(page)).toBe('not tested: refuses-expired');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toBe('not tested: refuses-expired');
      await page.keyboard.press('Tab');
      expect(await page.evaluate("document.activeElement.closest('.cells')")).toBe(null);
      await page.keyboard.press('Shift+Tab');
      expect(await focused(page)).toBe('not tested: refuses-expired');
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await expect
        .poll(() => page.locator('details.check[open]:visible code.id').first().textContent())
        .toBe('token-b2b/response/status');
    }));

  it('are named in the language of the page, a known failure as one', () =>
    open('full.html', async (page) => {
      const known = page.locator('.cells a.known');
      expect(await known.textContent()).toBe('failed, known: refuses-bit-flip');
      await page.locator('#language').selectOption('id');
      await expect.poll(() => known.textContent()).toBe('gagal, sudah diketahui: refuses-bit-flip');
    }));

  it('can be passed by without script, where each is a stop', () =>
    open(
      'full-id.html',
      async (page) => {
        expect(await page.locator('.cells a.passed').first().textContent()).toBe('lulus: status');
        const past = page.locator('.map .no-script a').first();
        const end = ((await past.getAttribute('href')) ?? '').slice(1);
        expect(await page.locator(`[id="${end}"]`).count()).toBe(1);
        expect(await page.locator('.map .caption:visible').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    ));
});
