import { verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { parseTimestamp } from '../../../src/protocol/timestamp.js';
import { english } from '../../support/english.js';
import { serve } from '../../support/server.js';
import { type Asked, serveTokens } from '../../support/token-server.js';
import { sessionAt } from '../session/session-at.js';

/** True for a request signed as the standard has it. */
const rightlySigned = ({ publicKey, clientId, timestamp, signature }: Asked) =>
  verify(
    'sha256',
    Buffer.from(`${clientId}|${timestamp}`),
    publicKey,
    Buffer.from(signature, 'base64'),
  );

const formOf = ({ timestamp }: Asked) => {
  const parsed = parseTimestamp(timestamp);
  return parsed.ok ? parsed.form : undefined;
};

/** Milliseconds by which a request's timestamp is ahead of a clock. */
const aheadOf = (clock: number, { timestamp }: Asked) => {
  const parsed = parseTimestamp(timestamp);
  return parsed.ok ? parsed.instant - clock : Number.NaN;
};

describe('a control that is accepted', () => {
  test('is sent once, whoever asks for it', async () => {
    let asked = 0;
    const { url } = await serveTokens((request) => {
      asked += 1;
      return rightlySigned(request);
    });
    const session = await sessionAt(url);
    const [first, second] = await Promise.all([session.control(), session.control()]);
    expect(await session.control()).toEqual(first);
    expect(second).toEqual(first);
    expect(asked).toBe(1);
    expect(english(first)).toEqual({
      outcome: 'accepted',
      message: 'the control was accepted: HTTP 200 2007300 "Successful" with an access token',
      exchanges: ['target#0'],
      readable: true,
    });
    expect(session.state.evidence()).toMatchObject([{ id: 'target#0', purpose: 'control' }]);
  });

  test('though no token can be read from it', async () => {
    const { url } = await serve((_incoming, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end('{"responseCode":"2007300","token":"here"}');
    });
    const control = english(await (await sessionAt(url)).control());
    expect(control).toMatchObject({ outcome: 'accepted', readable: false });
    expect(control.message).toContain('HTTP 200 2007300, but no token can be read from it');
  });

  test('though it calls JSON what is not', async () => {
    const { url } = await serve((_incoming, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end('<html>It works!</html>');
    });
    const control = english(await (await sessionAt(url)).control());
    expect(control).toMatchObject({ outcome: 'accepted', readable: false });
    expect(control.message).toContain('the body is not JSON: it starts with "<html>');
  });
});

describe('if the document gives several forms of the timestamp', () => {
  test.for(['utc', 'offset'] as const)('the target may take only %s', async (form) => {
    const { url } = await serveTokens((asked) => rightlySigned(asked) && formOf(asked) === form);
    const session = await sessionAt(url, { profile: 'doku' });
    expect(await session.control()).toMatchObject({ outcome: 'accepted', readable: true });
    // From now on every request has that form, also when the finding is asked for again.
    await session.control();
    expect(session.controlForm).toBe(form);
    expect(parseTimestamp(session.draft().timestamp)).toMatchObject({ form });
    expect((await session.sendControl()).answer?.accepted).toBe(true);
  });

  test('none of them may be taken', async () => {
    const { url } = await serveTokens((asked) => formOf(asked) === 'utc-millis');
    const session = await sessionAt(url, { profile: 'doku' });
    expect((await session.control()).outcome).toBe('refused');
    expect(session.controlForm).toBe('utc');
  });

  test('the others are not tried if they are not alternatives', async () => {
    const overrides = {
      'token-b2b': { timestamp: { accept: ['offset', 'utc'], alternatives: false } },
    } as const;
    const { url } = await serveTokens((asked) => formOf(asked) === 'utc');
    const session = await sessionAt(url, { overrides: structuredClone(overrides) as never });
    expect((await session.control()).outcome).toBe('refused');
  });
});

describe('if the two clocks differ', () => {
  const minutes = 60_000;
  const withClock = (offset: number) =>
    serveTokens(
      (asked) =>
        rightlySigned(asked) && Math.abs(aheadOf(Date.now() + offset, asked)) < 2 * minutes,
      (response) => response.setHeader('Date', new Date(Date.now() + offset).toUTCString()),
    );

  test.for([
    [10 * minutes, 'behind'],
    [-10 * minutes, 'ahead of'],
  ] as const)('by %i ms: the run takes the time of the Date header', async ([offset, word]) => {
    const { url } = await withClock(offset);
    const session = await sessionAt(url);
    const control = english(await session.control());
    expect(control).toMatchObject({ outcome: 'accepted', readable: true });
    expect(control.clockNote).toMatch(
      new RegExp(
        `^this machine's clock \\(.*Z\\) is \\d{3} s ${word} the target's Date header \\(.*Z\\)$`,
      ),
    );
    expect(Math.abs(session.state.clockOffset - offset)).toBeLessThan(5000);
    expect((await session.sendControl()).answer?.accepted).toBe(true);
  });

  test('but that is not why it was refused: the run keeps its own time, and names the cause', async () => {
    const { url } = await serveTokens(
      () => false,
      (response) => response.setHeader('Date', new Date(0).toUTCString()),
    );
    const session = await sessionAt(url);
    const control = english(await session.control());
    expect(control.outcome).toBe('refused');
    expect(control.causes?.[0]).toContain("this machine's clock");
    expect(session.state.clockOffset).toBe(0);
  });

  test('by a few seconds, or by an unknown amount: nothing is corrected', async () => {
    for (const date of [new Date(Date.now() + 20_000).toUTCString(), 'yesterday']) {
      const { url } = await serveTokens(
        () => false,
        (response) => response.setHeader('Date', date),
      );
      const control = english(await (await sessionAt(url)).control());
      expect(control.causes?.join()).not.toContain('clock (');
    }
  });
});
