import { describe, expect, it } from 'vitest';
import { oneLine, visible } from '../../../reports/shared/visible.js';

describe('visible text', () => {
  it.each([
    ['\u0000', '<U+0000>'],
    ['\u001b[31m', '<U+001B>[31m'],
    ['a\r\nb', 'a<U+000D>\nb'],
    ['\u007f', '<U+007F>'],
    ['\u009b', '<U+009B>'],
    ['\u202eabc', '<U+202E>abc'],
    ['\ufeff{}', '<U+FEFF>{}'],
    ['\ud800', '<U+D800>'],
    ['a\u00a0b', 'a<U+00A0>b'],
    ['\u2009\u3000', '<U+2009><U+3000>'],
    ['\u00ad', '<U+00AD>'],
  ])('%j is shown as %j', (text, shown) => expect(visible(text)).toBe(shown));

  it.each(['plain', 'a\tb\nc', 'é 漢字 👍', 'ZA−ÿ'])('%j stays', (text) =>
    expect(visible(text)).toBe(text),
  );
});

it('is on one line if it has to be', () => {
  expect(oneLine('a\r\nb\tc\u200b')).toBe('a<U+000D><U+000A>b<U+0009>c<U+200B>');
});
