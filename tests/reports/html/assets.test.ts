import { describe, expect, it } from 'vitest';
import { script, style } from '../../../reports/html/assets.js';

describe('what the build makes of the script and the style of the page', () => {
  it('can stand inside its element: nothing in it closes that or opens a comment', () => {
    expect(script).not.toMatch(/<\/script|<!--/i);
    expect(style).not.toMatch(/<\/style|<!--/i);
  });

  it('is whole: it imports nothing', () => {
    expect(script).not.toMatch(/\bimport\b|\brequire\(/);
    expect(style).not.toMatch(/@import|url\(/);
    // The last module and the last file are in it.
    expect(script).toContain('recallLanguage()');
    expect(style).toContain('@media print');
  });
});
