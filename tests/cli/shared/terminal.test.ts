import { expect, test } from 'vitest';
import { terminalOf } from '../../../src/cli/shared/terminal.js';

test.for<[string, boolean, NodeJS.ProcessEnv, boolean]>([
  ['a terminal', true, {}, true],
  ['a pipe', false, {}, false],
  ['a terminal with NO_COLOR', true, { NO_COLOR: '1' }, false],
  ['a terminal with an empty NO_COLOR', true, { NO_COLOR: '' }, true],
  ['a pipe with FORCE_COLOR', false, { FORCE_COLOR: '1' }, true],
  ['a terminal with FORCE_COLOR=0', true, { FORCE_COLOR: '0' }, false],
  ['a pipe with both', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ['a dumb terminal', true, { TERM: 'dumb' }, false],
])('%s: colours %s', ([, isTTY, environment, color]) => {
  expect(terminalOf({ isTTY, columns: 90 }, environment).color).toBe(color);
});

test('text fits the window, and is never too wide to read', () => {
  expect(terminalOf({ isTTY: true, columns: 60 }, {})).toMatchObject({ width: 60, columns: 60 });
  expect(terminalOf({ isTTY: true, columns: 300 }, {})).toMatchObject({ width: 100, columns: 300 });
  expect(terminalOf({ isTTY: true, columns: 0 }, {})).toMatchObject({ width: 80, columns: 80 });
  const pipe = terminalOf({ isTTY: false, columns: 0 }, {});
  expect(pipe).toMatchObject({ width: 100, columns: Number.POSITIVE_INFINITY });
});
