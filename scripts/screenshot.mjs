// Makes the pictures in docs/: the report of a real run of the demo with two faults.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = mkdtempSync(join(tmpdir(), 'snap-screenshot-'));
const faults = ['expiry-as-number', 'takes-short-offsets'];
const failed = '#snap-bi/token-b2b/timestamp/rejects-short-offset';
const firstScreen = { width: 1280, height: 720 };
const tall = { width: 1280, height: 1180 };

/** Each picture: the part of the report that it shows, and how. */
const pictures = [
  { name: 'report.png', hash: '' },
  { name: 'report-check.png', hash: failed, viewport: tall },
  { name: 'report-dark.png', hash: '', theme: 'dark' },
  { name: 'report-id.png', hash: '', language: 'id' },
];

try {
  execFileSync(
    process.execPath,
    [
      join(root, 'dist/command/main.js'),
      'demo',
      '--target',
      'snap-bi',
      '--quiet',
      '--seed',
      '42',
      '--out',
      out,
      ...faults.flatMap((name) => ['--fault', name]),
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
} catch (error) {
  // The run has to find the two faults, which is exit status 1. Anything else is a breakdown.
  if (error.status !== 1) throw error;
}
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
for (const { name, hash, viewport = firstScreen, theme = 'light', language } of pictures) {
  const page = await browser.newPage({ viewport, colorScheme: theme });
  await page.goto(pathToFileURL(join(out, 'report.html')).href + hash);
  // By its policy the page evaluates no text, so that a function can't be waited for.
  await page.waitForSelector('html.unpacked');
  if (language) await page.locator('#language').selectOption(language);
  await page.screenshot({ path: join(root, 'docs', name) });
  await page.close();
}
await browser.close();
rmSync(out, { recursive: true, force: true });
