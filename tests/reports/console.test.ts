import { describe, expect, it } from 'vitest';
import { renderSummary } from '../../reports/console.js';
import type { Result, TargetResult } from '../../schemas/generated/result.js';
import { hostile } from './fixtures/hostile.js';
import { check, summarise } from './fixtures/parts.js';
import { rich } from './fixtures/result.js';

const escape = '\u001b';

/** The part of the summary that tells of one target. */
function told(result: Result, name: string): string {
  const parts = renderSummary(result, { color: false, width: 200 }).split(/^(?=[✔✖!] )/m);
  return parts.find((part) => part.slice(2).startsWith(`${name}:`)) ?? '';
}

function withTarget(changes: Partial<TargetResult>): Result {
  const [first] = rich.targets;
  if (!first) throw new Error('the rich result has no target');
  return { ...rich, targets: [{ ...first, name: 'one', ...changes }] };
}

describe('the summary in the terminal', () => {
  it('gives each target its verdict, with what was not tested', () => {
    const text = renderSummary(rich, { color: false });
    expect(text).toContain(
      '✖ doku sandbox: non-conformant, 3 not tested: no transaction, no otherClient',
    );
    expect(text).toContain('! bank: inconclusive\n');
  });

  it('says that a conformant target was not tested wholly', () => {
    const checks = [
      check('a/b/c'),
      check('a/b/d', { outcome: 'untested', message: 'no otherClient.' }),
    ];
    const text = told(
      withTarget({ verdict: 'conformant', checks, summary: summarise(checks) }),
      'one',
    );
    expect(text).toContain('✔ one: conformant, 1 not tested: no otherClient\n');
  });

  it('counts the reasons that it leaves out', () => {
    const checks = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) =>
      check(`a/b/${name}`, { outcome: 'untested', message: `no ${name}` }),
    );
    const text = told(
      withTarget({ verdict: 'conformant', checks, summary: summarise(checks) }),
      'one',
    );
    expect(text).toContain('7 not tested: no a, no b, no c, no d, no e and 2 other reasons');
  });

  it('says below the verdict what it comes to', () => {
    expect(told(rich, 'doku sandbox').split('\n')[1]).toBe(
      '  2 of 8 tested rules are broken; the weightiest: A token was granted for 2026-03-02T09:15:27',
    );
    expect(told(rich, 'bank').split('\n')[1]).toBe(
      '  the valid request, on which every test rests, was not accepted',
    );
  });

  it('counts the outcomes', () => {
    expect(told(rich, 'doku sandbox')).toContain(
      "2 failed, 1 warning, 2 can't tell, 5 passed, 3 not tested, 1 inapplicable, 1204 requests in 9.3 s",
    );
  });

  it('tells of a contradiction that bears on the target, and the reading that it follows', () => {
    const text = told(rich, 'doku sandbox');
    expect(text).toContain(
      [
        '  contradictions of the document',
        '  = expires-in-type: expiresIn is typed as a string and shown as a number. The target follows number.',
      ].join('\n'),
    );
    // One reading alone can be meant there: nothing is in doubt.
    expect(text).not.toContain('path-backtick');
    expect(told(rich, 'bank')).not.toContain('contradictions');
  });

  it('tells a failure in full', () => {
    const lines = told(rich, 'doku sandbox').split('\n');
    const at = lines.indexOf('  ✖ token-b2b/timestamp/rejects-missing-offset');
    expect(lines.slice(at + 1, at + 6)).toEqual([
      '    A timestamp without an offset is refused',
      '    sent      the offset was left out (header X-TIMESTAMP: 2026-03-02T09:15:27+07:00 → 2026-03-02T09:15:27)',
      '    expected  A timestamp without an offset is refused, whatever else the request holds. (ASPI Keamanan, token B2B request)',
      '    got       HTTP 200, 2007300 Successful. A token was granted for 2026-03-02T09:15:27.',
      '    replay    snap-conformance run --only token-b2b/timestamp/rejects-missing-offset --seed 42',
    ]);
  });

  it('tells warnings and what it cannot tell after the failures, in that order', () => {
    const text = told(rich, 'doku sandbox');
    const places = [
      'refuses-bit-flip',
      '! token-b2b/response/cache-control',
      '? The target answered 503',
    ].map((words) => text.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it('tells of a refused control its causes, and nothing of the checks', () => {
    const text = told(rich, 'bank');
    expect(text).toContain('The control was refused: 4017300 Unauthorized. Signature.');
    expect(text).toContain('1. The registered public key is not that of the private key.');
    expect(text).toContain('2. The clock is 9 minutes off.');
    expect(text).not.toContain('token-b2b/');
  });

  it('still tells a failure where the control was refused: the target follows another rule', () => {
    const checks = [check('a/b/c', { outcome: 'failed', message: 'It takes hex.' })];
    const control = { outcome: 'refused' as const, message: 'Refused.', exchanges: [] };
    const text = told(withTarget({ checks, control, summary: summarise(checks) }), 'one');
    expect(text).toContain('✖ a/b/c');
    expect(text).toContain('It takes hex.');
  });

  it('says that a run was interrupted', () => {
    const interrupted = { ...rich, run: { ...rich.run, interrupted: true } };
    expect(renderSummary(interrupted, { color: false })).toMatch(/^! interrupted/);
    expect(renderSummary(rich, { color: false })).not.toContain('interrupted');
  });

  it('colours on demand alone', () => {
    expect(renderSummary(rich, { color: true })).toContain(`${escape}[31m`);
    expect(renderSummary(rich, { color: false })).not.toContain(escape);
  });

  it.each([60, 100])('keeps to %i characters, commands and long words aside', (width) => {
    const lines = renderSummary(rich, { color: false, width }).split('\n');
    const long = lines.filter((line) => line.length > width);
    for (const line of long) expect(line).toMatch(/^ {4}replay|^ *\S+$/);
    expect(lines.length).toBeGreaterThan(30);
  });

  it('lets no server drive the terminal', () => {
    expect(renderSummary(hostile, { color: false })).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u202e]/,
    );
    expect(renderSummary(hostile, { color: true })).not.toMatch(
      /[\u0000-\u0009\u000b-\u001a\u202e]/,
    );
  });
});
