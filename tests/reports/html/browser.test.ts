import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { html } from '../../../reports/html.js';
import { findBrowser, startBrowser } from '../../support/browser.js';
import { hostile } from '../fixtures/hostile.js';
import { rich } from '../fixtures/result.js';
import { contrasts } from './contrast.js';

const executable = findBrowser();
// Where the project is built, a missing browser must not pass for a tested page.
const skipped = executable === undefined && process.env.CI !== 'true';

describe.skipIf(skipped)(
  `report.html in a browser${skipped ? ' (skipped: no browser was found)' : ''}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'snap-report-'));
    let browser: Browser;

    beforeAll(async () => {
      if (!executable) throw new Error('no Chromium was found on PATH or in CHROME_PATH');
      writeFileSync(join(folder, 'rich.html'), html.render(rich));
      writeFileSync(join(folder, 'hostile.html'), html.render(hostile));
      browser = await startBrowser(executable);
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true });
    });

    /** Opens the page from disk, hands it over, and holds that it said nothing on the console and loaded nothing. */
    async function open(
      name: string,
      use: (page: Page) => Promise<void>,
      options: BrowserContextOptions = {},
    ): Promise<void> {
      const [file, hash = ''] = name.split('#');
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const heard: string[] = [];
      page.on('console', (message) => heard.push(message.text()));
      page.on('pageerror', (error) => heard.push(String(error)));
      page.on('dialog', (dialog) => {
        heard.push(dialog.message());
        void dialog.dismiss();
      });
      const loaded: string[] = [];
      page.on('request', (request) => loaded.push(request.url()));
      const url = pathToFileURL(join(folder, file ?? '')).href;
      await page.goto(hash === '' ? url : `${url}#${hash}`);
      await use(page);
      expect(heard).toEqual([]);
      expect(new Set(loaded.map((one) => one.split('#')[0]))).toEqual(new Set([url]));
      await context.close();
    }

    const shown = (page: Page) =>
      page.locator('details.check:visible code.id:visible').allTextContents();
    const idsWhere = (keep: (check: (typeof rich.targets)[number]['checks'][number]) => boolean) =>
      rich.targets.flatMap(({ checks }) => checks.filter(keep).map(({ id }) => id));

    it('shows every check', () =>
      open('rich.html', async (page) => {
        expect(await shown(page)).toEqual(idsWhere(() => true));
      }));

    it('filters by outcome, and keeps the filter in the hash', async () => {
      await open('rich.html', async (page) => {
        await page.locator('label.chip', { hasText: 'failed' }).click();
        expect(await shown(page)).toEqual(
          idsWhere((one) => one.outcome === 'failed' && one.level === 'MUST'),
        );
        await page.locator('label.chip', { hasText: 'warning' }).click();
        expect(await shown(page)).toEqual(idsWhere((one) => one.outcome === 'failed'));
        expect(await page.locator('#shown').textContent()).toBe('3 of 16 checks');
        expect(new URL(page.url()).hash).toBe('#?outcome=failed&outcome=warning');
        await page.locator('#clear').click();
        expect(await shown(page)).toEqual(idsWhere(() => true));
      });
      await open('rich.html#?outcome=failed&level=SHOULD', async (page) => {
        expect(await shown(page)).toEqual([]);
        expect(await page.locator('#no-match').isVisible()).toBe(true);
      });
      await open('rich.html#?outcome=warning', async (page) => {
        expect(await shown(page)).toEqual(['token-b2b/response/cache-control']);
      });
    });

    it('filters by area, level and target', () =>
      open('rich.html', async (page) => {
        await page.locator('select[name=area]').selectOption('token-b2b/response');
        expect(await shown(page)).toEqual(
          idsWhere(({ id }) => id.startsWith('token-b2b/response/')),
        );
        await page.locator('select[name=level]').selectOption('MUST');
        expect(await shown(page)).toEqual([
          'token-b2b/response/status',
          'token-b2b/response/status',
        ]);
        await page.locator('select[name=target]').selectOption('bank');
        expect(await shown(page)).toEqual(['token-b2b/response/status']);
      }));

    it('filters by words in a check and its evidence, from the keyboard', () =>
      open('rich.html', async (page) => {
        await page.keyboard.press('/');
        await page.keyboard.type('Offset REFUSED');
        expect(await shown(page)).toEqual(['token-b2b/timestamp/rejects-missing-offset']);
        await page.locator('input[name=q]').fill('4007302');
        expect(await shown(page)).toEqual(['token-b2b/headers/rejects-missing-client-key']);
      }));

    it('opens the check that a link names, also where the filter hides it', () =>
      open('rich.html#doku%20sandbox/token-b2b/http/robustness', async (page) => {
        const linked = page.locator('details.check[open]');
        expect(await linked.locator('code.id').first().textContent()).toBe(
          'token-b2b/http/robustness',
        );
        const box = await linked.boundingBox();
        expect(box?.y).toBeGreaterThanOrEqual(0);
        expect(box?.y).toBeLessThan(page.viewportSize()?.height ?? 0);
        await page.locator('input[name=q]').fill('no such words');
        expect(await shown(page)).toEqual([]);
        await page.locator('.finding a').first().click();
        await expect
          .poll(() => page.locator('details.check[open]:visible').count())
          .toBeGreaterThan(1);
      }));

    it('shows an exchange that serves several checks in each of them', () =>
      open('rich.html#doku%20sandbox/token-b2b/response/status', async (page) => {
        const reference = page.locator('details.check[open] details.exchange');
        await reference.locator('summary').click();
        await expect
          .poll(() => reference.locator('pre', { hasText: '"expiresIn":900' }).count())
          .toBe(1);
      }));

    it('copies a command, and says so', () =>
      open(
        'rich.html',
        async (page) => {
          await page.locator('.finding button.copy').first().click();
          await expect.poll(() => page.locator('#announcer').textContent()).toMatch(/^Copied$/);
          expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
            'snap-conformance run --only token-b2b/timestamp/rejects-missing-offset --seed 42',
          );
        },
        { permissions: ['clipboard-read', 'clipboard-write'] },
      ));

    it('is readable without script, and offers nothing that needs one', () =>
      open(
        'rich.html',
        async (page) => {
          expect(await page.locator('#filter:visible, button:visible').count()).toBe(0);
          const check = page
            .locator('details.check', { hasText: 'rejects-missing-offset' })
            .first();
          await check.locator('summary').first().click();
          expect(await check.locator('.message').isVisible()).toBe(true);
          expect(await check.locator('mark').first().isVisible()).toBe(true);
        },
        { javaScriptEnabled: false },
      ));

    it.each(['rich.html', 'hostile.html'])(
      '%s fits a screen of 360 pixels, with everything open',
      (name) =>
        open(
          name,
          async (page) => {
            await page.locator('#toggle-all').click();
            const wide = await page.evaluate('document.documentElement.scrollWidth');
            expect(wide).toBeLessThanOrEqual(360);
          },
          { viewport: { width: 360, height: 780 } },
        ),
    );

    it('runs nothing of a hostile server', () =>
      open('hostile.html', async (page) => {
        await page.locator('#toggle-all').click();
        expect(await page.locator('img').count()).toBe(0);
        expect(await page.locator('script').count()).toBe(1);
        expect(await page.locator('details.check[open]').count()).toBe(16);
      }));

    it.each(['light', 'dark'] as const)('has the contrast of WCAG AA in %s', (colorScheme) =>
      open(
        'rich.html',
        async (page) => {
          await page.locator('#toggle-all').click();
          const found = await page.evaluate<{ text: string; ratio: number }[]>(contrasts);
          expect(found.length).toBeGreaterThan(200);
          expect(found.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
        },
        { colorScheme },
      ),
    );
  },
);
