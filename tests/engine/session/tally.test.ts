import { expect, test } from 'vitest';
import type { Place } from '../../../src/engine/evidence/place.js';
import { Tally } from '../../../src/engine/session/tally.js';
import { say } from '../../../src/messages/message.js';

const message = say('run/checks/it-is-the-control');
const plain = (size: number, kind = 0) => ({ kind, size });
const at = (name: string, ...place: Place) => ({ name, place });

test('the tally counts all and keeps the plainest violation', () => {
  const tally = new Tally<ReturnType<typeof at>>();
  expect(tally.of('a')).toEqual({ judged: 0, violations: 0 });
  tally.add('a');
  tally.add('a', { message, evidence: at('large', 0, 1), plainness: plain(9) });
  tally.add('a', { message, evidence: at('small', 0, 2), plainness: plain(3) });
  tally.add('a', { message, evidence: at('as small', 0, 3), plainness: plain(3) });
  tally.add('b');
  expect(tally.of('a')).toEqual({
    judged: 4,
    violations: 3,
    plainest: { message, evidence: at('small', 0, 2), plainness: plain(3) },
  });
  expect(tally.of('b')).toEqual({ judged: 1, violations: 0 });
});

test('of examples of one size it keeps the earliest in the run, whichever came back first', () => {
  const examples = [at('late check', 2, 1), at('early', 1, 7), at('late request', 1, 8)];
  for (const order of [examples, examples.toReversed()]) {
    const tally = new Tally<ReturnType<typeof at>>();
    for (const evidence of order) tally.add('a', { message, evidence, plainness: plain(3) });
    expect(tally.of('a').plainest?.evidence.name).toBe('early');
  }
});

test('of examples of two kinds it keeps the plainer kind, however large', () => {
  const tally = new Tally<ReturnType<typeof at>>();
  tally.add('a', { message, evidence: at('diagnosis', 0, 1), plainness: plain(3, 3) });
  tally.add('a', { message, evidence: at('probe', 0, 2), plainness: plain(900, 1) });
  tally.add('a', { message, evidence: at('foreign', 0, 3), plainness: plain(3, 4) });
  expect(tally.of('a').plainest?.evidence.name).toBe('probe');
});
