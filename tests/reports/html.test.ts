import { describe, expect, it } from 'vitest';
import { html } from '../../reports/html.js';
import { hostile } from './fixtures/hostile.js';
import { rich } from './fixtures/result.js';

const page = html.render(rich);

/** The page without its own style and script. */
const markup = (text: string) => text.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');

describe('report.html', () => {
  it('is one file: it names nothing that a browser would load', () => {
    for (const text of [page, html.render(hostile)]) {
      expect(markup(text)).not.toMatch(/\s(src|srcset|action|data|poster|background)="/);
      const links = [...markup(text).matchAll(/\shref="([^"]*)"/g)].map(([, link]) => link);
      expect(links.length).toBeGreaterThan(20);
      expect(links.filter((link) => !link?.startsWith('#'))).toEqual([]);
      expect(text).not.toMatch(/@import|url\(/);
    }
  });

  it('lets nothing that a server said become markup', () => {
    const text = html.render(hostile);
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).not.toContain('<img');
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
    // The same tags as without poison, in the same number; a poisoned field is no longer found, and so not marked.
    const tags = (from: string) =>
      [...markup(from).matchAll(/<\/?(?!mark\b)[a-z][a-z0-9]*/g)].length;
    expect(tags(text)).toBe(tags(page));
  });

  it('has no id twice, and no link to an id that is not there', () => {
    const twins = { ...rich, targets: [...rich.targets, ...structuredClone(rich.targets)] };
    for (const result of [rich, hostile, twins]) {
      const text = markup(html.render(result));
      const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(ids).toHaveLength(new Set(ids).size);
      const ends = [...text.matchAll(/\s(?:href="#|aria-labelledby="|data-from=")([^"]*)"/g)];
      expect(ends.filter(([, end]) => !ids.includes(end)).map(([, end]) => end)).toEqual([]);
    }
  });

  it('shows every check with its requirement, and every exchange, once', () => {
    for (const { title, rationale } of rich.requirements) {
      expect(markup(page)).toContain(title.replaceAll("'", '&#39;'));
      expect(markup(page)).toContain(rationale);
    }
    const checks = rich.targets.reduce((sum, target) => sum + target.checks.length, 0);
    expect(page.match(/<details class="check"/g)).toHaveLength(checks);
    expect(page.match(/<div class="exchange-body"/g)).toHaveLength(rich.exchanges.length);
  });

  it('marks the field that a probe changed, present or absent', () => {
    expect(page).toContain('<mark>X-TIMESTAMP: 2026-03-02T09:15:27</mark>');
    expect(page).toContain('<mark>X-CLIENT-KEY: <em>not sent</em></mark>');
    expect(page).toContain('<mark>PUT</mark>');
  });

  it('shows both readings of a contradiction, the one that was taken, and whether both pass', () => {
    const section = /<section id="contradictions"[\s\S]*?<\/section>/.exec(markup(page))?.[0] ?? '';
    for (const said of ['expiresIn: String', 'response body table', 'response body sample'])
      expect(section).toContain(said);
    expect(section.match(/took this reading/g)).toHaveLength(2);
    expect(section).toMatch(/<tr class="taken"><th scope="row">number</);
    expect(section).toContain('Only <code>plain</code> can be meant, and is asked for. A backtick');
    expect(section.match(/can be meant/g)).toHaveLength(1);
  });

  it('says that a run was interrupted', () => {
    const interrupted = { ...rich, run: { ...rich.run, interrupted: true } };
    expect(html.render(interrupted)).toContain('This run was interrupted');
    expect(page).not.toContain('This run was interrupted');
  });

  it('renders a result without a target', () => {
    const text = html.render({ ...rich, targets: [], requirements: [], exchanges: [] });
    expect(text).toContain('<h1>No target was tested</h1>');
  });
});
