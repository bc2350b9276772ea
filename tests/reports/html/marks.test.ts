import { describe, expect, it } from 'vitest';
import { markedBody, marksOf } from '../../../reports/html/marks.js';
import { html } from '../../../reports/html/template.js';

const of = (field: string) => marksOf({ name: 'a change', field });

describe('the marks of a mutation', () => {
  it('fall on the header that its field names, in any letter case', () => {
    expect(of('header X-TIMESTAMP').header('x-timestamp')).toBe(true);
    expect(of('header X-TIMESTAMP').header('x-signature')).toBe(false);
    expect(of('signature').header('X-SIGNATURE')).toBe(true);
  });

  it('fall on every header where the headers as such were changed', () => {
    expect(of('headers').header('anything')).toBe(true);
    expect(of('headers').headerName).toBeUndefined();
  });

  it.each(['method', 'path', 'body'] as const)('fall on the %s', (field) => {
    const { method, path, body } = of(field);
    expect({ method, path, body }).toEqual({
      method: false,
      path: false,
      body: false,
      [field]: true,
    });
  });

  it('fall nowhere in a control', () => {
    const marks = marksOf(undefined);
    expect([marks.method, marks.path, marks.body, marks.header('')]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a marked body', () => {
  const shown = (text: string, after?: string) => html`${markedBody(text, after)}`.text;

  it('has the new value marked where it is found once', () => {
    expect(shown('{a:7}', '7')).toBe('{a:<mark>7</mark>}');
  });

  it.each([
    ['twice', '{a:7,b:7}', '7'],
    ['never', '{a:8}', '7'],
    ['without a new value', '{a:8}', undefined],
    ['with an empty one', '{a:8}', ''],
  ])('is marked as a whole where it is found %s', (_, text, after) => {
    expect(shown(text, after)).toBe(`<mark>${text}</mark>`);
  });
});
