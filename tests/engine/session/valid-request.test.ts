import { describe, expect, test } from 'vitest';
import { parseTimestamp } from '../../../src/protocol/timestamp.js';
import { serveTokens } from '../../support/token-server.js';
import { sessionAt } from './session-at.js';

const noted = 'instants at which a valid request was refused';
const asIs = { name: 'nothing', field: 'body', apply: <T>(draft: T) => draft };

/** A session with a server that decides by the timestamp, and the timestamps that it was sent. */
async function deciding(grants: (timestamp: string, sent: readonly string[]) => boolean) {
  const sent: string[] = [];
  const { url } = await serveTokens(({ timestamp }) => {
    const granted = grants(timestamp, sent);
    sent.push(timestamp);
    return granted;
  });
  return { session: await sessionAt(url), sent };
}

/** How many seconds each timestamp is before the first. */
function ages(sent: readonly string[]): number[] {
  const instants = sent.map((text) => {
    const parsed = parseTimestamp(text);
    return parsed.ok ? parsed.instant : Number.NaN;
  });
  return instants.map((instant) => ((instants[0] ?? 0) - instant) / 1000);
}

describe('a valid request that is refused', () => {
  test('at one instant is granted at the one before, and the session remembers', async () => {
    const { session, sent } = await deciding(
      (timestamp, [first = timestamp]) => timestamp !== first,
    );
    const observed = await session.sendControl();
    expect(observed.answer?.accepted).toBe(true);
    expect(ages(sent)).toEqual([0, 0, 1]);
    expect(session.shared.refusedInstant?.answer?.status).toBe(401);
    expect(session.shared.dialect.toJSON()[noted]).toBe(sent[0]);
    expect(session.shared.refusedInstant).not.toHaveProperty('unconfirmed');
  });

  test('at each instant is refused, and no instant is to blame', async () => {
    const { session, sent } = await deciding(() => false);
    const observed = await session.probe(asIs);
    expect(observed.answer?.status).toBe(401);
    expect(observed).not.toHaveProperty('unconfirmed');
    expect(ages(sent)).toEqual([0, 0, 1, 2, 3, 4]);
    expect(session.shared.refusedInstant).toBeUndefined();
    expect(session.shared.dialect.toJSON()).not.toHaveProperty(noted);
  });

  test('once is unconfirmed', async () => {
    const { session, sent } = await deciding((_, before) => before.length === 1);
    const observed = await session.sendControl();
    expect(observed).toMatchObject({ unconfirmed: true, answer: { status: 401 } });
    expect(ages(sent)).toEqual([0, 0]);
    expect(session.shared.refusedInstant).toBeUndefined();
  });

  test('for its own timestamp is asked for with that one alone', async () => {
    const { session, sent } = await deciding(() => false);
    const timestamp = '2026-01-01T00:00:00+07:00';
    await session.probe({ ...asIs, apply: (draft) => ({ ...draft, timestamp }) });
    expect(sent).toEqual([timestamp, timestamp]);
  });
});

test('a probe that has to be refused is sent once', async () => {
  const { session, sent } = await deciding(() => false);
  await session.probe(asIs, { faultClass: 'other' });
  expect(sent).toHaveLength(1);
});
