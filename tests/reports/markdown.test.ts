import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { markdown } from '../../reports/markdown.js';
import type { Result } from '../../schemas/generated/result.js';
import { evilResult } from './fixtures/evil.js';
import { full } from './fixtures/full.js';
import { hostile } from './fixtures/hostile.js';
import { check, summarise } from './fixtures/parts.js';
import { rich } from './fixtures/result.js';
import { withKnown } from './fixtures/with-known.js';

/** As a reader of GitHub's Markdown shows it. */
const htmlOf = (text: string): string => marked.parse(text, { gfm: true, async: false });

const tags = (html: string) => [...html.matchAll(/<\/?[a-z][a-z0-9]*/g)].map(([tag]) => tag);

/** Text of HTML, with its entities read. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('summary.md', () => {
  it('tells verdicts and counts in a table', () => {
    const rows = htmlOf(markdown.render(rich))
      .split('<tr>')
      .slice(1)
      .map((row) =>
        [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => textOf(cell ?? '')),
      );
    expect(rows).toEqual([
      [
        'Target',
        'Profile',
        'Verdict',
        'Failed',
        'Warnings',
        "Can't tell",
        'Passed',
        'Not tested',
        'Requests',
      ],
      ['doku sandbox', 'doku', '❌ non-conformant', '2', '1', '2', '5', '3', '1204'],
      ['bank', 'snap-bi', '⚠️ inconclusive', '0', '0', '0', '0', '2', '14'],
    ]);
  });

  it('says first what each verdict comes to', () => {
    const [, first = ''] = htmlOf(markdown.render(rich)).split(/<ul>|<table>/);
    expect(textOf(first).trim().split('\n')).toEqual([
      'doku sandbox is non-conformant: 2 of 8 tested rules are broken; the weightiest: A token was granted for 2026-03-02T09:15:27.',
      'bank is inconclusive: the valid request, on which every test rests, was not accepted.',
    ]);
  });

  it('tells what failed, with the remedy', () => {
    const text = textOf(htmlOf(markdown.render(rich)));
    for (const said of [
      'token-b2b/timestamp/rejects-missing-offset: A timestamp without an offset is refused',
      'Came back: HTTP 200, 2007300 Successful',
      'Remedy: Parse the value with the documented grammar before the signature is looked at.',
      'Replay: snap-conformance run --only token-b2b/timestamp/rejects-missing-offset --seed 42',
      'Found: The control was refused: 4017300 Unauthorized. Signature.',
      'Likely cause: The clock is 9 minutes off.',
    ])
      expect(text).toContain(said);
  });

  it('folds warnings, what cannot be told, and known failures away', () => {
    const folded = [...htmlOf(markdown.render(withKnown)).matchAll(/<summary>(.*?)<\/summary>/g)];
    expect(folded.map(([, words]) => words)).toEqual([
      'Warnings (1)',
      "Can't tell (2)",
      'Known failures (1)',
    ]);
    expect(markdown.render(withKnown)).toContain('known failure until 2026-12-31: ticket 12');
  });

  it.each([
    ['hostile', hostile],
    ['evil', evilResult],
  ])('lets nothing that a server said become markup: %s', (_, result) => {
    const html = htmlOf(markdown.render(result));
    // Our own empty tag, which parts a name from the sign that would call upon it, aside.
    const own = (from: string) => tags(from.replaceAll('@<b></b>', '@'));
    // What it says decides the order of findings, not their number.
    expect(own(html).toSorted()).toEqual(own(htmlOf(markdown.render(full))).toSorted());
    expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
  });

  it('shows what a server said as it was said, on one line', () => {
    const text = textOf(htmlOf(markdown.render(evilResult)));
    expect(text).toContain('[link](https://evil.example) ![picture](https://evil.example/p.png)');
    expect(text).toContain('**bold** ~~gone~~ `code` $x$ <script>alert(1)</script>');
    expect(markdown.render(evilResult)).not.toMatch(/^\s*(?:::|##\[)/m);
  });

  it('stays under a megabyte, and counts what it leaves out', () => {
    const [target] = rich.targets;
    if (!target) throw new Error('the rich result has no target');
    const checks = Array.from({ length: 1500 }, (_, index) =>
      check(`a/b/c${index}`, { outcome: 'failed', message: '\u00e9'.repeat(3000) }),
    );
    const many: Result = { ...rich, targets: [{ ...target, checks, summary: summarise(checks) }] };
    const text = markdown.render(many);
    expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
    expect(Buffer.byteLength(text)).toBeGreaterThan(990_000);
    const told = [...text.matchAll(/^- \*\*/gm)].length;
    expect(text).toContain(`\n${1500 - told} more problems have no room here`);
  });

  it('says that a run was interrupted', () => {
    const interrupted = { ...rich, run: { ...rich.run, interrupted: true } };
    expect(markdown.render(interrupted)).toContain('**The run was interrupted');
  });
});
