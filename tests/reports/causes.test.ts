import { describe, expect, test } from 'vitest';
import { renderSummary } from '../../reports/console.js';
import { github } from '../../reports/github.js';
import { html } from '../../reports/html.js';
import { junit } from '../../reports/junit.js';
import { markdown } from '../../reports/markdown.js';
import { sarif } from '../../reports/sarif.js';
import type { Result } from '../../schemas/generated/result.js';
import { check, summarise } from './fixtures/parts.js';
import { rich } from './fixtures/result.js';

const hostile = '</script><b onclick=x>**::error::';
const checks = [
  check('token-b2b/errors/shape', { outcome: 'failed' }),
  check('token-b2b/response/status', { outcome: 'failed' }),
  check('token-b2b/signature/refuses-pss', { outcome: 'failed' }),
  check('token-b2b/signature/refuses-hmac', { outcome: 'failed' }),
  check('token-b2b/signature/refuses-bit-flip', { outcome: 'failed' }),
];
const result: Result = {
  ...rich,
  targets: rich.targets.slice(0, 1).map((target) => ({
    ...target,
    checks,
    summary: summarise(checks),
    causes: [
      {
        id: 'signatures-not-checked',
        message: `signatures aren't checked ${hostile}`,
        checks: ['token-b2b/signature/refuses-pss', 'token-b2b/signature/refuses-hmac'],
      },
    ],
  })),
};

const explained = result.targets[0]?.causes?.[0]?.checks ?? [];

/** Where each of some texts begins, in a text that holds them all. */
function places(text: string, parts: readonly string[]): number[] {
  return parts.map((part) => {
    expect(text).toContain(part);
    return text.indexOf(part);
  });
}

const inOrder = [
  "signatures aren't checked",
  'token-b2b/signature/refuses-bit-flip',
  'token-b2b/response/status',
  'token-b2b/errors/shape',
];

describe('a cause', () => {
  test('comes before all other findings in the console, its own below it and nowhere else', () => {
    const text = renderSummary(result, { color: false });
    const at = places(text, inOrder);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(text).toContain('(2 findings)');
    for (const id of explained) expect(text.split(`✖ ${id}`).length - 1).toBeLessThan(2);
    expect(text.split('refuses-hmac')).toHaveLength(2);
  });

  test('has its findings folded below it in summary.md', () => {
    const text = markdown.render(result);
    const at = places(text, ["signatures aren't checked", '<summary>2 findings', ...explained]);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    const rest = places(text, inOrder.slice(1));
    expect(rest).toEqual(rest.toSorted((a, b) => a - b));
    expect(text).not.toMatch(/(?<!\\)<b onclick/);
  });

  test('is one annotation of GitHub instead of one for each finding', () => {
    const errors = github
      .render(result)
      .split('\n')
      .filter((line) => line.startsWith('::error'));
    expect(errors).toHaveLength(1 + checks.length - explained.length);
    expect(errors[0]).toContain("signatures aren't checked");
    for (const id of explained) expect(errors[0]).toContain(id);
  });

  test('stands with each of its findings in the formats that list them one by one', () => {
    for (const report of [junit, sarif]) {
      const text = report.render(result);
      expect(text.split('Cause: signatures aren').length - 1, report.file).toBe(explained.length);
    }
  });

  test('is a card of report.html with its findings in it, and escaped', () => {
    const text = html.render(result);
    const card = /<article class="finding failed cause">[\s\S]*?<\/details>/.exec(text)?.[0] ?? '';
    for (const id of explained) expect(card).toContain(id);
    expect(card).not.toContain('refuses-bit-flip');
    expect(text).not.toContain('<b onclick');
  });
});
