import { inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { inBrowser, openAll, shownChecks } from './in-browser.js';

const headline =
  '0 dari 2 target sesuai dalam pemeriksaan yang dipilih; temuan paling berat, pada doku sandbox: A token was granted for 2026-03-02T09:15:27';

inBrowser('language, theme and print of report.html', (open) => {
  it('changes its language, titles and numbers too, and back', () =>
    open('full.html', async (page) => {
      await page.locator('#language').selectOption('id');
      await expect.poll(() => page.locator('.headline').textContent()).toBe(headline);
      expect(await page.title()).toBe('Kesesuaian SNAP: doku sandbox, bank');
      expect(await page.locator('html').getAttribute('lang')).toBe('id');
      expect(await page.locator('article.finding h4 .title').first().textContent()).toBe(
        'Judul persyaratan 4',
      );
      const kept = page.locator('.title', { hasText: 'A granted token is not cached' }).first();
      expect(await kept.getAttribute('lang')).toBe('en');
      expect(await page.locator('.card').first().textContent()).toContain('1.204 permintaan');
      expect(await page.locator('input[name=q]').getAttribute('placeholder')).toContain('kata');
      await page.locator('.views a[href="#details"]').click();
      await page.locator('details.check > summary').first().click();
      await expect
        .poll(() => page.locator('details.check[open] dt').first().textContent())
        .toBe('Persyaratan');
      await page.locator('#language').selectOption('en');
      await expect
        .poll(() => page.locator('details.check[open] dt').first().textContent())
        .toBe('Requirement');
      expect(await page.locator('details.check[open] .title').textContent()).toBe(
        'A granted token comes with HTTP 200',
      );
    }));

  it('says the same in English whether it was rendered so or changed to it', async () => {
    const textOf = async (name: string) => {
      let text: unknown;
      await open(name, async (page) => {
        await page.locator('#language').selectOption('en');
        await expect.poll(() => page.locator('.headline').textContent()).toContain('conformant');
        text = await page.evaluate("document.querySelector('main').textContent");
      });
      return text;
    };
    expect(await textOf('full-id.html')).toBe(await textOf('full.html'));
  });

  it('keeps the chosen language and theme', () =>
    open(
      'full.html',
      async (page) => {
        const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
        const light = await ground();
        await page.locator('#theme').selectOption('dark');
        const dark = await ground();
        expect(dark).not.toBe(light);
        await page.locator('#language').selectOption('id');
        await page.reload();
        await expect.poll(() => page.locator('.headline').textContent()).toContain('sesuai');
        expect(await ground()).toBe(dark);
        await page.locator('#theme').selectOption('');
        expect(await ground()).toBe(light);
      },
      { colorScheme: 'light' },
    ));

  it('is readable without script, in its language, and offers nothing that needs one', () =>
    open(
      'full-id.html',
      async (page) => {
        expect(await page.locator('#filter:visible, button:visible, select:visible').count()).toBe(
          0,
        );
        expect(await page.locator('.headline').textContent()).toBe(headline);
        expect((await shownChecks(page)).length).toBe(16);
        const check = page.locator('details.check', { hasText: 'rejects-missing-offset' }).first();
        await check.locator('summary').first().click();
        expect(await check.locator('.message').isVisible()).toBe(true);
        expect(await check.locator('mark').first().isVisible()).toBe(true);
        expect(await page.locator('p.no-script').first().isVisible()).toBe(true);
      },
      { javaScriptEnabled: false },
    ));

  it('prints what was found with its evidence, and nothing to press', async () => {
    await open('full.html', async (page) => {
      await page.emulateMedia({ media: 'print' });
      await page.evaluate("dispatchEvent(new Event('beforeprint'))");
      expect(await shownChecks(page)).toEqual([
        'token-b2b/response/cache-control',
        'token-b2b/timestamp/rejects-missing-offset',
        'token-b2b/signature/refuses-bit-flip',
        'token-b2b/http/robustness',
        'token-b2b/http/accepts-accept-variants',
      ]);
      expect(await page.locator('button:visible, select:visible, input:visible').count()).toBe(0);
      expect(await page.locator('.side:visible').count()).toBe(6);
      const clipped = await page.evaluate(
        "[...document.querySelectorAll('pre')].filter((pre) => pre.checkVisibility() && (pre.scrollHeight > pre.clientHeight + 1 || pre.scrollWidth > pre.clientWidth + 1)).length",
      );
      expect(clipped).toBe(0);
      await page.evaluate("dispatchEvent(new Event('afterprint'))");
      expect(await page.locator('details.check[open]').count()).toBe(0);
    });
  });

  it('makes a PDF with the findings in it', () =>
    open('full.html', async (page) => {
      const pdf = await page.pdf({ format: 'A4', tagged: true, outline: true });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      const objects = unpacked(pdf);
      const pages = objects.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect(pages).toBeGreaterThan(3);
      expect(pages).toBeLessThan(25);
      // The outline is made of the headings that were printed.
      expect(objects).toContain('(What is wrong)');
      expect(objects).toContain('(token-b2b/timestamp');
      expect(objects).not.toContain('(token-b2b/body');
    }));

  it.each(['full.html', 'one.html', 'hostile.html', 'full-id.html'])(
    '%s fits a screen of 360 pixels, with everything open',
    (name) =>
      open(
        name,
        async (page) => {
          const wide = () => page.evaluate('document.documentElement.scrollWidth');
          expect(await wide()).toBeLessThanOrEqual(360);
          await page.locator('.views a[href="#details"]').click();
          await openAll(page);
          await page
            .locator('details.exchange')
            .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')) as never);
          expect(await wide()).toBeLessThanOrEqual(360);
        },
        { viewport: { width: 360, height: 780 } },
      ),
  );
});

/** The text of a PDF's objects, streams inflated. */
function unpacked(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(
    ([, data = '']) => {
      try {
        return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    },
  );
  return [text, ...streams].join('\n');
}
