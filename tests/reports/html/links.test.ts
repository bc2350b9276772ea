import { expect, it } from 'vitest';
import { html } from '../../../reports/html.js';
import { serve } from '../../support/server.js';
import { full } from '../fixtures/full.js';
import { inBrowser, shownChecks } from './in-browser.js';

inBrowser('views, links and copies of report.html', (open) => {
  it('shows the summary first, and the details on demand', () =>
    open('full.html', async (page) => {
      expect(await page.locator('.headline').isVisible()).toBe(true);
      expect(await shownChecks(page)).toEqual([]);
      await page.locator('.views a[href="#details"]').click();
      expect(await page.locator('.headline').isVisible()).toBe(false);
      expect((await shownChecks(page)).length).toBe(16);
      expect(await page.locator('.views [aria-current=page]').textContent()).toMatch(/^Details/);
      await page.goBack();
      await expect.poll(() => page.locator('.headline').isVisible()).toBe(true);
    }));

  it('opens the check that a link names, also where the filter hides it', () =>
    open('full.html#doku%20sandbox/token-b2b/http/robustness', async (page) => {
      const linked = page.locator('details.check[open]');
      expect(await linked.locator('code.id').first().textContent()).toBe(
        'token-b2b/http/robustness',
      );
      const box = await linked.boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
      await page.locator('input[name=q]').fill('no such words');
      await expect.poll(() => shownChecks(page)).toEqual([]);
      await page.locator('.views a[href="#summary"]').click();
      await page.locator('article.finding a').first().click();
      const found = page.locator('details.check[open]:visible', { hasText: 'flipped bit' });
      await expect.poll(() => page.locator('details.check[open]:visible').count()).toBe(2);
      expect(await found.count()).toBe(0);
    }));

  it('leads from a number of the summary to the checks that it counts', () =>
    open('full.html', async (page) => {
      await page.locator('.card').first().locator('.counts a.cantTell').click();
      await expect
        .poll(() => shownChecks(page))
        .toEqual(['token-b2b/http/robustness', 'token-b2b/http/accepts-accept-variants']);
      await page.goBack();
      await page.locator('.card').last().locator('.counts a.untested').click();
      await expect
        .poll(() => shownChecks(page))
        .toEqual(['token-b2b/response/status', 'token-b2b/signature/accepts-valid']);
    }));

  it('opens the check that an exchange is evidence of', () =>
    open('full.html#doku%20sandbox/e5', async (page) => {
      const linked = page.locator('details.check[open]');
      await expect
        .poll(() => linked.locator('summary code.id').first().textContent())
        .toBe('token-b2b/headers/rejects-missing-client-key');
    }));

  it('leads from a refused control to what was sent', () =>
    open('full.html', async (page) => {
      await page.locator('.control-finding a').last().click();
      const controls = page.locator('details.controls[open]');
      await expect.poll(() => controls.count()).toBe(1);
      await controls.locator('summary').nth(1).click();
      expect(await controls.locator('pre', { hasText: 'HTTP 401' }).isVisible()).toBe(true);
    }));

  it('puts packed evidence in where a check is opened', () =>
    open('full.html#doku%20sandbox/token-b2b/headers/rejects-missing-client-key', async (page) => {
      const linked = page.locator('details.check[open]');
      await expect.poll(() => linked.locator('.side').count()).toBe(2);
      expect(await linked.locator('mark', { hasText: 'X-CLIENT-KEY' }).count()).toBe(2);
    }));

  it('copies a command, and says so, from disk and over http', async () => {
    const copies = async (name: string) =>
      open(
        name,
        async (page) => {
          await page.locator('details.check[open] button.copy').first().click();
          await expect.poll(() => page.locator('#announcer').textContent()).toBe('Copied');
          expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
            'snap-conformance run --only token-b2b/timestamp/rejects-missing-offset --seed 42',
          );
        },
        { permissions: ['clipboard-read', 'clipboard-write'] },
      );
    const check = '#doku%20sandbox/token-b2b/timestamp/rejects-missing-offset';
    await copies(`full.html${check}`);
    const { url } = await serve((_, response) =>
      response.setHeader('Content-Type', 'text/html').end(html.render(full)),
    );
    await copies(`${url}/report.html${check}`);
  });

  it('does over http what it does from disk', async () => {
    const { url } = await serve((_, response) =>
      response.setHeader('Content-Type', 'text/html').end(html.render(full)),
    );
    await open(`${url}/report.html#?outcome=failed`, async (page) => {
      await expect.poll(() => shownChecks(page)).toHaveLength(2);
      await page.locator('input[name=q]').fill('flipped');
      await expect.poll(() => shownChecks(page)).toEqual(['token-b2b/signature/refuses-bit-flip']);
      await page.locator('#language').selectOption('id');
      await expect.poll(() => page.locator('#shown').textContent()).toBe('1 dari 16 pemeriksaan');
      await page.goto(`${url}/report.html#bank/token-b2b/response/status`);
      await page.reload();
      await expect
        .poll(() => page.locator('details.check[open] .permalink a').getAttribute('href'))
        .toBe('#bank/token-b2b/response/status');
      expect(await page.locator('.views a').first().textContent()).toBe('Ringkasan');
    });
  });

  it('copies characters that hide as they were sent', () =>
    open(
      'full.html#doku%20sandbox/token-b2b/timestamp/rejects-garbage',
      async (page) => {
        await page.locator('details.check[open] .side.probe button.copy').click();
        await expect.poll(() => page.locator('#announcer').textContent()).toBe('Copied');
        expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
          'MCH-0008|\ufeff2026-03-02T09:15:27+07:00\u00a0',
        );
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    ));

  it('is moved through with the keyboard, which can be switched off', () =>
    open('full.html', async (page) => {
      const focused = () =>
        page.evaluate("document.activeElement.querySelector('.id')?.textContent");
      await page.keyboard.press('j');
      expect(await focused()).toBe('token-b2b/response/status');
      await page.keyboard.press('j');
      expect(await focused()).toBe('token-b2b/response/cache-control');
      await page.keyboard.press('k');
      expect(await focused()).toBe('token-b2b/response/status');
      await page.keyboard.press('Enter');
      expect(await page.locator('details.check[open]').count()).toBe(1);
      await page.keyboard.press('s');
      expect(await page.locator('.headline').isVisible()).toBe(true);
      await page.keyboard.press('?');
      await page.locator('#keys-on').uncheck();
      await page.keyboard.press('Escape');
      await page.keyboard.press('d');
      expect(await page.locator('.headline').isVisible()).toBe(true);
    }));
});
