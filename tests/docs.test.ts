import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { shippedCatalogue } from '../src/engine/catalogue/catalogue.js';
import { fitsGlob } from '../src/engine/catalogue/choose.js';
import { packageRoot } from '../src/engine/input/package-root.js';
import { anchorOf } from './docs/anchor.js';
import { ownSchemaProblems } from './specs/spec-files.js';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'examples/README.md',
  ...readdirSync(join(packageRoot, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
].map((name) => ({ name, text: readFileSync(join(packageRoot, name), 'utf8') }));

/** The blocks of code of a page, in one language. */
function blocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, block = '']) => block,
  );
}

/** The ids of headings as a page's links name them. */
function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

describe.each(pages)('$name', ({ name, text }) => {
  test('links to what is there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    for (const link of links.filter((each) => !/^https?:/.test(each))) {
      const [path = '', anchor] = link.split('#', 2);
      const file = path === '' ? name : join(dirname(name), path);
      expect(existsSync(join(packageRoot, file)), link).toBe(true);
      if (anchor === undefined) continue;
      expect(anchors(readFileSync(join(packageRoot, file), 'utf8')), link).toContain(anchor);
    }
  });

  test('holds no half-done merge', () => {
    expect(text).not.toMatch(/^(?:<{7}|={7}|>{7})(?: |$)/m);
  });

  test('shows configs that are valid', () => {
    for (const block of blocks(text, 'json')) {
      // A part of a target is shown by its members alone.
      const value = JSON.parse(/^\s*\{/.test(block) ? block : `{${block}}`) as object;
      const whole = { name: 'x', profile: 'snap-bi', baseUrl: 'https://x.example' };
      const client = { clientId: 'x', privateKey: 'x' };
      const config = 'targets' in value ? value : { targets: [{ ...whole, client, ...value }] };
      expect(ownSchemaProblems('config', config), block).toEqual([]);
    }
  });

  test('shows profiles that are valid', () => {
    for (const block of blocks(text, 'yaml')) {
      const value = parse(block) as Record<string, unknown>;
      if ('extends' in value) expect(ownSchemaProblems('profile', value), block).toEqual([]);
    }
  });

  test('names checks that there are', () => {
    const ids = [...shippedCatalogue().keys()];
    const named = [
      ...text.matchAll(/`((?:token-b2b|token-b2b2c|transaction|signature-utility)\/[^`\s]*)`/g),
    ].map(([, id = '']) => id.replace(/…$/, '*'));
    for (const glob of named)
      expect(
        ids.some((id) => fitsGlob(id, glob)),
        `${glob} in ${relative('.', name)}`,
      ).toBe(true);
  });
});
