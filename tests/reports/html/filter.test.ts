import { expect, it } from 'vitest';
import { idsWhere, inBrowser, shownChecks } from './in-browser.js';

inBrowser('the filter of report.html', (open) => {
  it('shows every check first', () =>
    open('full.html#details', async (page) => {
      expect(await shownChecks(page)).toEqual(idsWhere(() => true));
    }));

  it('filters by outcome, and keeps the filter in the hash', async () => {
    await open('full.html#details', async (page) => {
      await page.locator('label.chip.failed').click();
      expect(await shownChecks(page)).toEqual(
        idsWhere((one) => one.outcome === 'failed' && one.level === 'MUST'),
      );
      await page.locator('label.chip.warning').click();
      expect(await shownChecks(page)).toEqual(idsWhere((one) => one.outcome === 'failed'));
      expect(await page.locator('#shown').textContent()).toBe('3 of 16 checks');
      expect(new URL(page.url()).hash).toBe('#?outcome=failed&outcome=warning');
      await page.locator('#clear').click();
      expect(await shownChecks(page)).toEqual(idsWhere(() => true));
      expect(new URL(page.url()).hash).toBe('#details');
    });
    await open('full.html#?outcome=failed&level=SHOULD', async (page) => {
      await expect.poll(() => page.locator('#no-match').isVisible()).toBe(true);
      expect(await shownChecks(page)).toEqual([]);
    });
    await open('full.html#?outcome=known', async (page) => {
      await expect.poll(() => shownChecks(page)).toEqual(['token-b2b/signature/refuses-bit-flip']);
    });
  });

  it('filters by area, level and target', () =>
    open('full.html#details', async (page) => {
      await page.locator('select[name=area]').selectOption('token-b2b/response');
      expect(await shownChecks(page)).toEqual(
        idsWhere(({ id }) => id.startsWith('token-b2b/response/')),
      );
      await page.locator('select[name=level]').selectOption('MUST');
      expect(await shownChecks(page)).toEqual([
        'token-b2b/response/status',
        'token-b2b/response/status',
      ]);
      await page.locator('select[name=target]').selectOption({ label: 'bank' });
      expect(await shownChecks(page)).toEqual(['token-b2b/response/status']);
      expect(await page.locator('h3', { hasText: 'doku sandbox' }).last().isVisible()).toBe(false);
    }));

  it('looks for words in a check and in its evidence, also where that is packed', () =>
    open('full.html', async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('Offset REFUSED');
      await expect
        .poll(() => shownChecks(page))
        .toEqual(['token-b2b/timestamp/rejects-missing-offset']);
      await page.locator('input[name=q]').fill('4007302');
      await expect
        .poll(() => shownChecks(page))
        .toEqual(['token-b2b/headers/rejects-missing-client-key']);
    }));
});
