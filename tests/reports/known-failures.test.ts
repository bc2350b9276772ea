import { describe, expect, it } from 'vitest';
import { renderSummary } from '../../reports/console.js';
import type { CtrfTest } from '../../reports/ctrf/test.js';
import { ctrf } from '../../reports/ctrf.js';
import { github } from '../../reports/github.js';
import { html } from '../../reports/html.js';
import { junit } from '../../reports/junit.js';
import { markdown } from '../../reports/markdown.js';
import type { Result } from '../../schemas/generated/result.js';
import { pageText } from '../support/page-text.js';
import { rich } from './fixtures/result.js';

const known = { reason: 'the vendor mends it', owner: 'payments', expires: '2026-12-31' };
const told = 'known failure until 2026-12-31: the vendor mends it (payments)';
const failing = 'token-b2b/timestamp/rejects-missing-offset';
const warned = 'token-b2b/response/cache-control';

const result: Result = {
  ...rich,
  run: {
    ...rich.run,
    baseline: {
      file: 'snap-baseline.yaml',
      stale: [{ target: 'doku sandbox', check: warned, message: 'the check passes now' }],
      expired: [{ target: 'bank', check: failing, message: 'its last day was 2026-03-01' }],
    },
  },
  targets: rich.targets.map((target) => ({
    ...target,
    checks: target.checks.map((check) =>
      [failing, warned].includes(check.id) ? { ...check, known } : check,
    ),
  })),
};

describe('known failures', () => {
  it('are told with their reason in the terminal, and beside the verdict', () => {
    const text = renderSummary(result, { color: false, width: 200 });
    expect(text.split(told)).toHaveLength(3);
    expect(text).toContain('non-conformant with 2 known failures, 3 not tested');
    expect(renderSummary(rich, { color: false })).not.toContain('known failure');
  });

  it('are told with their reason in the page, in the finding and in the check', () => {
    const page = pageText(html.render(result));
    for (const words of [known.reason, known.owner, known.expires])
      expect(page.split(words).length, words).toBeGreaterThanOrEqual(3);
    expect(pageText(html.render(rich))).not.toContain(known.reason);
  });

  it('are skipped in JUnit, a failure that is not listed fails', () => {
    const text = junit.render(result);
    const caseOf = (id: string) =>
      text.split('<testcase ').find((part) => part.startsWith(`name="${id}"`)) ?? '';
    expect(caseOf(failing)).toContain(`<skipped message="${told}: A token was granted`);
    expect(caseOf(failing)).not.toContain('<failure');
    expect(caseOf('token-b2b/signature/refuses-bit-flip')).toContain('<failure');
    expect(caseOf(warned)).toContain(`<skipped message="${told}: Cache-Control is absent.`);
  });
});

describe('entries of a baseline that hold no more', () => {
  it('fail in JUnit', () => {
    const suite = junit
      .render(result)
      .split('<testsuite ')
      .find((part) => part.startsWith('name="baseline"'));
    expect(suite).toContain('failures="2"');
    expect(suite).toContain('message="stale entry: the check passes now"');
    expect(suite).toContain('message="expired entry: its last day was 2026-03-01"');
  });

  it('are errors on GitHub, failed tests in CTRF, and at the top of the job summary', () => {
    const lines = github.render(result).split('\n');
    const entry = 'file=snap-baseline.yaml,title=doku sandbox%3A token-b2b/response/cache-control';
    expect(lines).toContain(`::error ${entry}::stale entry: the check passes now`);
    const { tests } = JSON.parse(ctrf.render(result)).results as { tests: CtrfTest[] };
    const ended = tests.filter(({ suite }) => suite[0] === 'baseline');
    expect(ended.map(({ name, status }) => [name, status])).toEqual([
      [warned, 'failed'],
      [failing, 'failed'],
    ]);
    const [head = ''] = markdown.render(result).split('| Target |');
    expect(head.match(/^- ❌ snap\W+baseline.yaml: .* entry: /gm)).toHaveLength(2);
  });

  it('stand at the top of the page', () => {
    const head = html.render(result).split('class="run numbers"')[0];
    expect(head).toMatch(/snap-baseline.yaml.* fails the run:.* doku sandbox, <code>/);
    expect(head).toContain(`<code>${warned}</code>`);
  });
});
