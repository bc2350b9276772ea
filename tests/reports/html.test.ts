import { describe, expect, it } from 'vitest';
import { html } from '../../reports/html.js';
import { packedIn } from '../support/page-text.js';
import { full } from './fixtures/full.js';
import { hostile } from './fixtures/hostile.js';
import { rich } from './fixtures/result.js';

/** The page without its own style, script and what is packed. */
const markup = (text: string) => text.replace(/<(style|script)\b[^>]*>[\s\S]*?<\/\1>/g, '');

/** All markup of a page, the packed one too. */
const whole = (text: string) => [markup(text), ...Object.values(packedIn(text).parts)].join('\n');

const page = html.render(full);

describe('report.html', () => {
  it('is one file: it names nothing that a browser would load', () => {
    for (const text of [page, html.render(hostile)]) {
      expect(whole(text)).not.toMatch(/\s(src|srcset|action|data|poster|background)="/);
      const links = [...whole(text).matchAll(/\shref="([^"]*)"/g)].map(([, link]) => link);
      expect(links.length).toBeGreaterThan(20);
      expect(links.filter((link) => !link?.startsWith('#'))).toEqual([]);
      expect(text).not.toMatch(/@import|url\(/);
    }
  });

  it.each(['en', 'id'] as const)('lets nothing that a server said become markup (%s)', (lang) => {
    const text = html.render(hostile, { lang });
    expect(text.match(/<script/g)).toHaveLength(2);
    const all = whole(text) + JSON.stringify(packedIn(text).texts);
    expect(all).not.toMatch(/<(img|script)/);
    expect(all).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e\ud800-\udfff]/);
    // The same tags as without poison; a poisoned field is no longer found, and so not marked, and hidden characters
    // have signs of their own.
    const tags = (from: string) => {
      const names = [...whole(from).matchAll(/<([a-z][a-z0-9]*)/g)].map(([, name]) => name);
      return Object.fromEntries(
        ['details', 'article', 'table', 'pre', 'a', 'button', 'dl', 'li', 'section', 'svg'].map(
          (name) => [name, names.filter((one) => one === name).length],
        ),
      );
    };
    expect(tags(text)).toEqual(tags(page));
  });

  it('has no id twice, and no link to an id that is not there', () => {
    const twins = { ...full, targets: [...full.targets, ...structuredClone(full.targets)] };
    for (const result of [rich, full, hostile, twins]) {
      const text = whole(html.render(result));
      const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
      expect(ids).toHaveLength(new Set(ids).size);
      const ends = [...text.matchAll(/\s(?:href="#|aria-labelledby=")([^"]*)"/g)];
      expect(ends.filter(([, end]) => !ids.includes(end)).map(([, end]) => end)).toEqual([]);
    }
  });

  it('names the documents of the profiles, with their editions', () => {
    expect(markup(page)).toContain(
      '<li><span lang="en">A manual, v1.2, May 2026 (primary)</span></li>',
    );
    expect(markup(page)).toContain('<li><span lang="en">The standard (mirror)</span></li>');
  });

  it('has every check, with its requirement and its evidence', () => {
    const all = whole(page);
    for (const { title, rationale, statement } of full.requirements) {
      for (const text of [title, rationale, statement])
        expect(all).toContain(text.replaceAll("'", '&#39;'));
    }
    const checks = full.targets.reduce((sum, target) => sum + target.checks.length, 0);
    expect(page.match(/<details class="check/g)).toHaveLength(checks);
    for (const { id } of full.exchanges) expect(all).toContain(`<span class="id">${id}</span>`);
  });

  it('holds the evidence of what was found in the page itself, to be read without script', () => {
    const { parts } = packedIn(page);
    for (const target of full.targets) {
      for (const { id, outcome } of target.checks) {
        const anchor = `${encodeURIComponent(target.name)}/${id}`;
        expect(anchor in parts).toBe(outcome !== 'failed' && outcome !== 'cantTell');
      }
    }
    expect(markup(page)).toContain('Qxlv2IIUVdlzdUnbSQqug8Yegh==');
  });

  it('packs evidence too, and says so, where there is more than a page should hold', () => {
    const big = 'x'.repeat(40_000);
    const exchanges = full.exchanges.map((exchange) => ({
      ...exchange,
      request: { ...exchange.request, body: { bytes: big.length, text: big } },
    }));
    const text = html.render({ ...full, exchanges });
    const held = Object.keys(packedIn(text).parts);
    expect(held).toContain('doku%20sandbox/token-b2b/http/robustness');
    expect(markup(text)).toContain('Without script the evidence is not shown here');
    expect(markup(page)).not.toContain('Without script the evidence is not shown here');
    expect(markup(text).length).toBeLessThan(600_000);
    expect(whole(text).split(big).length).toBeGreaterThan(full.exchanges.length);
  });

  it('marks the field that a probe changed, present or absent, beside its control', () => {
    const all = whole(page);
    expect(all).toContain('<mark>X-TIMESTAMP: 2026-03-02T09:15:27</mark>');
    expect(all).toContain('<mark>X-TIMESTAMP: 2026-03-02T09:15:27+07:00</mark>');
    expect(all).toContain('<code>2026-03-02T09:15:27<b>+07:00</b></code>');
    expect(all).toContain('<span data-t="notSent">not sent</span></em></mark>');
    expect(all).toContain('<mark>PUT</mark>');
  });

  it('shows characters that hide, and their bytes', () => {
    const all = whole(page);
    expect(all).toContain(
      '<span class="cp" data-code="65279">U+FEFF BOM</span>2026-03-02T09:15:27',
    );
    expect(all).toContain('<span class="cp" data-code="160">U+00A0 NBSP</span>');
    expect(all).toMatch(/ef bb bf 32 30 32 36[0-9a-f ]* c2 a0/);
  });

  it('shows both readings of a contradiction, the one that was taken, and whether both pass', () => {
    const section = /<section id="contradictions"[\s\S]*?<\/section>/.exec(markup(page))?.[0] ?? '';
    for (const said of ['expiresIn: String', 'response body table', 'response body sample'])
      expect(section).toContain(said);
    expect(section.match(/took this reading/g)).toHaveLength(2);
    expect(section).toContain('the target takes: number</span>');
    expect(section).toMatch(/<tr class="taken"><th scope="row" lang="en">number</);
    expect(section).toContain('<code>plain</code>. <span lang="en">A backtick');
    expect(section.match(/can be meant/g)).toHaveLength(1);
  });

  it('tells known failures from others', () => {
    const section = /<section [^>]*id="findings"[\s\S]*?<\/section>/.exec(markup(page))?.[0] ?? '';
    const [failed = '', known = ''] = section.split(/<h3>[^\n]*1 known failure</);
    expect(failed).toContain('A timestamp without an offset is refused');
    expect(failed).not.toContain('A signature with a flipped bit is refused');
    expect(known).toContain('The gateway is replaced in May');
    expect(known).toContain('owner: payments team');
    expect(known).toContain('holds until 2026-05-31');
  });

  it('names what a run needs to be repeated and compared', () => {
    const section = /<section id="run"[\s\S]*?<\/section>/.exec(markup(page))?.[0] ?? '';
    for (const said of [
      ...['sha256:aaaa', 'sha256:bbbb', 'sha256:cccc', 'https://api.example'],
      ...[
        '>42 <span data-t="randomSeed">',
        'fast-check 4.10.2',
        '--skip tag:may, --strict, --shard 1, 3/3',
      ],
    ])
      expect(section).toContain(said);
  });

  it('shows where targets differ', () => {
    const bank = structuredClone(rich.targets[0]);
    if (!bank) throw new Error('no target');
    const checks = bank.checks.map((check) =>
      check.id === 'token-b2b/body/rejects-malformed-json'
        ? { ...check, outcome: 'failed' as const }
        : check,
    );
    const targets = [...rich.targets.slice(0, 1), { ...bank, name: 'other', checks }];
    const text = markup(html.render({ ...rich, targets }));
    const table = /<table class="compare">[\s\S]*?<\/table>/.exec(text)?.[0] ?? '';
    expect(table.match(/<tr>/g)).toHaveLength(2);
    expect(table).toMatch(/rejects-malformed-json<\/code><\/th>.*passed.*failed/s);
    expect(markup(html.render({ ...rich, targets: [bank, bank] }))).toContain(
      'Every check came out alike.',
    );
  });

  it('draws how long answers took, and has the same as a table', () => {
    const section = /<section id="latency"[\s\S]*?<\/section>/.exec(markup(page))?.[0] ?? '';
    expect(section.match(/<rect class="column"/g)).toHaveLength(5);
    expect(section).toContain('median 4.2 ms, 95 of 100 within 9.1 ms, slowest 31.5 ms');
    expect(section).toMatch(/5\.6 ms<\/span><\/th><td class="numbers">710</);
    expect(markup(html.render(rich))).not.toContain('id="latency"');
  });

  it('says that a run was interrupted', () => {
    const interrupted = { ...rich, run: { ...rich.run, interrupted: true } };
    expect(html.render(interrupted)).toContain('>This run was interrupted');
    expect(page).not.toContain('>This run was interrupted');
  });

  it('renders a result without a target', () => {
    const text = html.render({ ...rich, targets: [], requirements: [], exchanges: [] });
    expect(text).toContain('No target was tested</span></h2>');
  });
});

describe('report.html in Indonesian', () => {
  const text = html.render(full, { lang: 'id' });

  it('says so, and what it says itself is Indonesian', () => {
    expect(text).toContain('<html lang="id">');
    for (const said of ['Ringkasan', 'Apa yang salah', 'Perbaikan', 'tidak diuji'])
      expect(markup(text)).toContain(`>${said}</span>`);
    const said = [...whole(text).matchAll(/data-t="(\w+)"[^>]*>([^<]*)</g)];
    expect(said.length).toBeGreaterThan(200);
    const english = new Map(
      [...whole(page).matchAll(/data-t="(\w+)"[^>]*>([^<]*)</g)].map(([, key, one]) => [key, one]),
    );
    const same = said.filter(([, key, one]) => english.get(key) === one).map(([, key]) => key);
    expect(new Set(same)).toEqual(
      new Set(['seed', 'number', 'target', 'milliseconds', 'median', 'p95']),
    );
  });

  it('takes titles and remedies from the translations, and marks what has none as English', () => {
    expect(markup(text)).toContain('>Judul persyaratan 4<');
    expect(markup(text)).toContain('Perbaiki <code>X-TIMESTAMP</code> pada persyaratan 4.');
    expect(markup(text)).toMatch(/lang="en">A granted token is not cached</);
    const of = (rendered: string) => packedIn(rendered).texts['token-b2b/response/status'];
    expect(of(text)).toEqual({
      title: 'A granted token comes with HTTP 200',
      remedy: 'Parse the value with the documented grammar before the signature is looked at.',
    });
    expect(of(page)).toEqual({
      title: 'Judul persyaratan 0',
      remedy: 'Perbaiki <code>X-TIMESTAMP</code> pada persyaratan 0.',
    });
    // A check that passed has nothing to mend.
    expect(packedIn(page).texts['token-b2b/body/rejects-malformed-json']).toEqual({
      title: 'Judul persyaratan 10',
    });
  });

  it('writes numbers as the language does', () => {
    expect(text).toContain('1.204 permintaan dalam 9,3 detik');
    expect(page).toContain('1,204 requests in 9.3 s');
  });
});
