import { expect, it } from 'vitest';
import { examined } from '../html/examined.js';
import { inBrowser } from '../html/in-browser.js';

const settings = [
  ['history.html', 'light'],
  ['history.html', 'dark'],
  ['history-id.html', 'light'],
] as const;

inBrowser('history.html', (open) => {
  for (const [name, colorScheme] of settings)
    it(`${name}, ${colorScheme}: is for everyone (axe-core), with everything open`, () =>
      open(
        name,
        async (page) => {
          await page
            .locator('details')
            .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')) as never);
          const { violations, held } = await examined(page);
          expect(violations).toEqual([]);
          expect(held).toBeGreaterThan(100);
        },
        { colorScheme },
      ));

  it('the list of keys is too', () =>
    open('history.html', async (page) => {
      await page.keyboard.press('?');
      expect(await page.locator('#keys-help').isVisible()).toBe(true);
      expect((await examined(page)).violations).toEqual([]);
    }));

  it('has a heading for each step, in order', () =>
    open('history.html', async (page) => {
      const levels = await page.evaluate<number[]>(
        "[...document.querySelectorAll('h1, h2, h3, h4')].filter((one) => !one.closest('dialog')).map((one) => Number(one.localName[1]))",
      );
      expect(levels[0]).toBe(1);
      expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
    }));

  it('is read with the keyboard: each stop shows the focus, j and k step through failures', () =>
    open('history.html', async (page) => {
      for (let press = 0; press < 8; press += 1) {
        await page.keyboard.press('Tab');
        const outline = await page.evaluate(
          'getComputedStyle(document.activeElement).outlineStyle',
        );
        expect(outline).not.toBe('none');
      }
      const focused = () =>
        page.evaluate<string>(
          "document.activeElement.closest('.spell')?.querySelector('.id').textContent",
        );
      const walked = [];
      await page.evaluate('document.activeElement.blur()');
      for (const key of ['j', 'j', 'j', 'k']) {
        await page.keyboard.press(key);
        walked.push(await focused());
      }
      expect(walked).toEqual([
        ...['token-b2b/response/status', 'token-b2b/timestamp/rejects-epoch'],
        // It stands in the list of earlier failures, which is opened for it.
        ...['token-b2b/timestamp/rejects-stale', 'token-b2b/timestamp/rejects-epoch'],
      ]);
      await page.keyboard.press('Enter');
      expect(await page.locator('.spell[open]').count()).toBe(1);
    }));

  it('a link from what changed opens the failure', () =>
    open('history.html', async (page) => {
      await page.locator('.change a', { hasText: 'rejects-stale' }).click();
      await expect
        .poll(() => page.locator('.spell[open] > summary > .id').textContent())
        .toContain('rejects-stale');
    }));

  it('is dark if the reader chooses so, and then on the next page', () =>
    open('history.html', async (page) => {
      const ground = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      const light = await ground();
      await page.locator('#theme').selectOption('dark');
      const dark = await ground();
      expect(dark).not.toBe(light);
      await page.reload();
      expect(await ground()).toBe(dark);
    }));

  it('of hostile results runs nothing, and shows what they said as text', () =>
    open('history-hostile.html', async (page) => {
      expect(await page.locator('img').count()).toBe(0);
      expect(await page.locator('script').count()).toBe(1);
      expect(await page.locator('h2').nth(1).textContent()).toContain('<script>alert(1)</script>');
    }));

  it('shows all without the script', () =>
    open(
      'history.html',
      async (page) => {
        expect(await page.locator('.settings').isVisible()).toBe(false);
        expect(await page.locator('.spell').first().isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    ));
});
