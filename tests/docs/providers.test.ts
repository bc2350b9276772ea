import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { loadProfile, shippedProfiles } from '../../src/engine/profile/profile.js';
import { profileValues, valueText } from '../../src/engine/profile/profile-values.js';

const run = promisify(execFile);

const check = (root: string) =>
  run(process.execPath, [join(root, 'scripts', 'generate-providers.mjs'), '--check']);

const page = (name: string) => readFile(join(packageRoot, 'docs', 'providers', name), 'utf8');

describe('the pages of docs/providers', () => {
  test('are those of the profiles', async () => {
    expect((await check(packageRoot)).stdout).toBe('');
  });

  test('that were changed, are gone or stand for nobody are found', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'snap-providers-'));
    onTestFinished(() => rm(copy, { recursive: true }));
    for (const part of ['package.json', 'dist', 'schemas', 'scripts', 'docs/providers'])
      await cp(join(packageRoot, part), join(copy, part), { recursive: true });
    await symlink(join(packageRoot, 'node_modules'), join(copy, 'node_modules'), 'dir');
    const pages = join(copy, 'docs', 'providers');
    await appendFile(join(pages, 'doku.md'), 'more\n');
    await rm(join(pages, 'ayolinx.md'));
    await writeFile(join(pages, 'nobody.md'), '');
    await expect(check(copy)).rejects.toMatchObject({
      code: 1,
      stdout: ['ayolinx.md', 'doku.md', 'nobody.md']
        .map((name) => `differs: docs/providers/${name}\n`)
        .join(''),
    });
  });

  test.for(shippedProfiles())('%s: has each value with its source and confidence', async (name) => {
    const profile = loadProfile(name, '.');
    const lines = (await page(`${name}.md`)).split('\n');
    for (const { service, values } of profileValues(profile, loadProfile('snap-bi', '.'))) {
      if (values.some((each) => each.name === 'offered' && each.value === false)) continue;
      for (const { name: setting, value, origin } of values) {
        if (setting === 'offered') continue;
        const told = lines.filter((line) => line.startsWith(`| \`${setting}\` |`));
        const words = [valueText(value), `(${origin.confidence})`].map((text) =>
          text.replaceAll('|', '\\|'),
        );
        expect(
          told.filter((line) => words.every((text) => line.includes(text))),
          `${service} ${setting}`,
        ).not.toEqual([]);
      }
    }
    for (const { id, readings } of profile.contradictions) {
      expect(lines).toContain(`### \`${id}\``);
      for (const reading of readings)
        expect(lines.some((line) => line.startsWith(`| \`${reading.name}\` |`))).toBe(true);
    }
  });

  test('compare all providers in one table', async () => {
    const rows = (await page('README.md')).split('\n').filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(shippedProfiles().length + 2);
    const cells = rows.map((row) => row.split(/(?<!\\)\|/).length);
    expect(new Set(cells).size).toBe(1);
    const doku = rows.find((row) => row.includes('(doku.md)'));
    expect(doku).toContain('| **`utc or offset`** |');
    expect(doku).toContain('| **`string or integer 900`** |');
    expect(doku).toContain('| `base64` |');
  });
});
