import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replayCommand } from '../../../src/engine/run/replay.js';

test('a replay command comes through a shell word by word', () => {
  const odd = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(fc.array(odd, { maxLength: 3 }), odd, (words, target) => {
      const command = replayCommand(
        { replay: ['printf', '%s\\0', ...words], seed: -7, depth: 'quick' },
        target,
        ['a/b/c', 'a/d/e'],
      );
      const out = execFileSync('sh', ['-c', command], { encoding: 'utf8' });
      expect(out.split('\0').slice(0, -1)).toEqual([
        ...words,
        ...['--target', target, '--only', 'a/b/c,a/d/e', '--seed', '-7', '--depth', 'quick'],
      ]);
    }),
    { numRuns: 25 },
  );
});
