import { describe, expect, it } from 'vitest';
import { html, trusted } from '../../../reports/html/template.js';

describe('the html tag', () => {
  it('escapes what is put in, for content and for attributes', () => {
    const text = `<b a="1" c='2'>&amp;</b>`;
    expect(html`<p title="${text}">${text}</p>`.text).not.toMatch(/<b|"1"|'2'|&amp;/);
  });

  it('leaves markup of its own, alone and in lists', () => {
    const items = ['a', '<'].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}</ul>`.text).toBe('<ul><li>a</li><li>&#60;</li></ul>');
  });

  it('writes nothing for nothing, and a zero as zero', () => {
    expect(html`[${undefined}${false}${''}${0}]`.text).toBe('[0]');
  });

  it('escapes what only looks like markup', () => {
    const forged = { text: '<script>' } as unknown as string;
    expect(() => html`${forged}`.text).toThrow();
    expect(html`${trusted('<i>')}`.text).toBe('<i>');
  });
});
