import { describe, expect, it } from 'vitest';
import { Progress, type ProgressMode, progressLine } from '../../../src/cli/run/progress.js';
import type { CheckReport } from '../../../src/engine/run/check-report.js';

const state = { startedAt: 0, total: 40, done: 10, failures: 2, requests: 123 };
const last = { target: 'bank', area: 'token-b2b/body' };

describe('the line', () => {
  it('says how far the run is, and estimates the rest from the checks that are done', () => {
    expect(progressLine({ ...state, last }, 20_000, 100)).toBe(
      '10/40 checks, 123 requests, 2 failed, 60 s left: bank token-b2b/body',
    );
  });

  it('estimates nothing from few checks, and gives many seconds as minutes', () => {
    expect(progressLine({ ...state, done: 2, last }, 3000, 100)).toContain(', 3 s: bank');
    expect(progressLine({ ...state, last }, 200_000, 100)).toContain(', 10 min left: bank');
  });

  it('fits the terminal', () => {
    const line = progressLine({ ...state, last }, 20_000, 30);
    expect(line).toHaveLength(30);
    expect(line.endsWith('…')).toBe(true);
  });

  it('shows that the run starts', () => {
    expect(progressLine({ ...state, done: 0 }, 0, 80)).toBe('starting …');
  });
});

function progress(mode: ProgressMode, total = 4) {
  const written: string[] = [];
  const clock = { now: 0 };
  const shown = new Progress({
    mode,
    total,
    write: (text) => written.push(text),
    width: 80,
    now: () => clock.now,
  });
  return { shown, written, clock };
}

function report(
  id: string,
  outcome: 'passed' | 'failed',
  requests: number,
  target = 'bank',
): CheckReport {
  const level = id.endsWith('should') ? 'SHOULD' : 'MUST';
  const check: CheckReport['check'] = {
    id,
    outcome,
    level,
    message: '',
    sources: [],
    exchanges: [],
  };
  return { target, check, durationMs: 12.4, requests };
}

describe('on a terminal', () => {
  it('draws one line over and over, at most ten times a second, and takes it away', () => {
    const { shown, written, clock } = progress('live');
    const checks = Array.from({ length: 50 }, (_, index) => report('a/b/c', 'passed', index));
    for (const check of checks) {
      clock.now += 10;
      shown.add(check);
    }
    expect(written).toHaveLength(6);
    clock.now += 1000;
    shown.draw();
    expect(written.at(-1)).toContain('50/4 checks, 49 requests');
    shown.end();
    expect(written.at(-1)).toBe('\r\u001b[2K');
    expect(written.every((text) => text.startsWith('\r\u001b[2K') && !text.includes('\n'))).toBe(
      true,
    );
  });
});

describe('in a log', () => {
  it('writes ten lines at most, the last one when all is done', () => {
    const { shown, written } = progress('plain', 40);
    for (let check = 0; check < 40; check += 1)
      shown.add(report('token-b2b/body/one', check === 9 ? 'failed' : 'passed', check + 1));
    shown.end();
    expect(written).toHaveLength(10);
    expect(written[0]).toBe('4/40 checks, 4 requests, 0 failed, 0 s: bank token-b2b/body\n');
    expect(written.at(-1)).toBe('40/40 checks, 40 requests, 1 failed, 0 s: bank token-b2b/body\n');
  });

  it('writes a line for each of few checks, over all targets', () => {
    const { shown, written } = progress('plain');
    shown.add(report('token-b2b/body/one', 'passed', 5));
    shown.add(report('token-b2b/body/one', 'failed', 7, 'gateway'));
    shown.draw();
    shown.end();
    expect(written.map((line) => line.slice(0, 34))).toEqual([
      '1/4 checks, 5 requests, 0 failed, ',
      '2/4 checks, 12 requests, 1 failed,',
    ]);
  });
});

it('is silent if nothing is to be shown', () => {
  const { shown, written } = progress('none');
  shown.add(report('token-b2b/body/one', 'failed', 5));
  shown.draw();
  shown.end();
  expect(written).toEqual([]);
});
