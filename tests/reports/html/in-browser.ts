import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { historyPage } from '../../../reports/history/page.js';
import { html } from '../../../reports/html.js';
import type { Result } from '../../../schemas/generated/result.js';
import { findBrowser, startBrowser } from '../../support/browser.js';
import { fleet } from '../fixtures/fleet.js';
import { full } from '../fixtures/full.js';
import { eventful, hostileHistory } from '../fixtures/history.js';
import { hostile } from '../fixtures/hostile.js';

/** Opens a page, hands it over, and holds that it said nothing on the console and loaded nothing. */
export type Open = (
  /** A rendered page, as `name` or `name#hash`, from disk; or a URL of http. */
  name: string,
  use: (page: Page) => Promise<void>,
  options?: BrowserContextOptions,
) => Promise<void>;

const pages: Record<string, () => string> = {
  'full.html': () => html.render(full),
  'full-id.html': () => html.render(full, { lang: 'id' }),
  'hostile.html': () => html.render(hostile),
  'fleet.html': () => html.render(fleet),
  'history.html': () => historyPage(eventful),
  'history-id.html': () => historyPage(eventful, { lang: 'id' }),
  'history-hostile.html': () => historyPage(hostileHistory),
  'one.html': () => html.render({ ...full, targets: full.targets.slice(0, 1) }),
};

const executable = findBrowser();
// Where the project is built, a missing browser must not pass for a tested page.
const skipped = executable === undefined && process.env.CI !== 'true';

/** Tests of pages in a browser of their own; where there is none they are skipped, and say so. */
export function inBrowser(title: string, tests: (open: Open) => void): void {
  describe.skipIf(skipped)(`${title}${skipped ? ' (skipped: no browser was found)' : ''}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'snap-report-'));
    let browser: Browser;

    beforeAll(async () => {
      if (!executable) throw new Error('no Chromium was found on PATH or in CHROME_PATH');
      for (const [name, render] of Object.entries(pages))
        writeFileSync(join(folder, name), render());
      browser = await startBrowser(executable);
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true });
    });

    tests(async (name, use, options = {}) => {
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
      const [file = '', hash = ''] = name.split('#');
      const url = file.startsWith('http:') ? file : pathToFileURL(join(folder, file)).href;
      await page.goto(hash === '' ? url : `${url}#${hash}`);
      await use(page);
      expect(heard).toEqual([]);
      // A blob is the page's own: what it unpacks.
      const foreign = loaded.map((one) => one.split('#')[0]).filter((one) => one !== url);
      expect(foreign).toEqual([]);
      await context.close();
    });
  });
}

/** The ids of the checks that can be seen. */
export function shownChecks(page: Page): Promise<string[]> {
  return page.locator('details.check:visible > summary > code.id').allTextContents();
}

/** The ids of the full result's checks, in the order of the page. */
export function idsWhere(
  keep: (check: Result['targets'][number]['checks'][number]) => boolean,
): string[] {
  return full.targets.flatMap(({ checks }) => checks.filter(keep).map(({ id }) => id));
}

/** Opens every check, and waits until what is packed stands in each. */
export async function openAll(page: Page): Promise<void> {
  await page.locator('#toggle-all').click();
  await expect.poll(() => page.locator('details.check:not(:has(.permalink))').count()).toBe(0);
}
