import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import type { TargetResult } from '../../schemas/generated/result.js';
import { run } from '../../src/engine/run/run.js';
import { planOf, startSandboxTarget } from '../support/sandbox-target.js';
import { serveTroubled, type Trouble } from '../support/troubled.js';
import { idsOf } from './prove.js';

function answer(
  response: ServerResponse,
  status: number,
  headers: Record<string, string | number> = {},
  body = '{"responseMessage":"Come again later"}',
): 'answered' {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(body);
  return 'answered';
}

/** Requests before the trouble begins. */
const later = 60;

/** Puts off every third request. */
function everyThird(status: number, headers: Record<string, string>, body?: string): Trouble {
  return ({ requests }, response) =>
    requests % 3 === 0 ? answer(response, status, headers, body) : undefined;
}

/** Puts off what comes faster than so many requests a second, and doesn't say for how long. */
function faster(rate: number): Trouble {
  let tokens = rate;
  let filledAt = 0;
  return ({ ms }, response) => {
    tokens = Math.min(rate, tokens + ((ms - filledAt) / 1000) * rate);
    filledAt = ms;
    if (tokens < 1) return answer(response, 429);
    tokens -= 1;
    return undefined;
  };
}

/** Answers nothing for so many milliseconds. */
function away(ms: number): Trouble {
  let since: number | undefined;
  return (seen, response) => {
    if (seen.requests > later) since ??= seen.ms;
    if (since === undefined || seen.ms > since + ms) return undefined;
    response.destroy();
    return 'answered';
  };
}

const page = '<html><body>Access denied</body></html>';
const atOnce = { 'Retry-After': '0' };
const pastDate = { 'Retry-After': 'Thu, 01 Jan 2026 00:00:00 GMT' };

interface Case {
  name: string;
  trouble: Trouble;
  verdict: 'conformant' | 'inconclusive';
  /** What the notes say. */
  note: RegExp;
  /** Milliseconds that an answer is waited for. Default 10,000. */
  timeoutMs?: number;
  /** Requests that the trouble may cost: above those of a quiet run, or since it began. */
  more?: number;
}

const passing: Case[] = [
  {
    name: 'every third answer is 429, to come again at once',
    trouble: everyThird(429, atOnce),
    verdict: 'conformant',
    note: /put off \d+ requests \(HTTP 429\); the run slowed down: --rate \d+ fits/,
    more: 300,
  },
  {
    name: 'every third answer is 503, with a date to come again',
    trouble: everyThird(503, pastDate),
    verdict: 'conformant',
    note: /put off \d+ requests \(HTTP 503\)/,
    more: 300,
  },
  {
    name: 'every third answer is 420',
    trouble: everyThird(420, atOnce),
    verdict: 'conformant',
    note: /put off \d+ requests \(HTTP 420\)/,
    more: 300,
  },
  {
    name: 'every third answer is the code of 429 under HTTP 400',
    trouble: everyThird(400, atOnce, '{"responseCode":"4297300"}'),
    verdict: 'conformant',
    note: /put off \d+ requests \(HTTP 400\)/,
    more: 300,
  },
  {
    name: 'more than twenty requests a second are put off, without a word on how long',
    trouble: faster(20),
    verdict: 'conformant',
    note: /put off \d+ requests? \(HTTP 429\)/,
    more: 300,
  },
  {
    name: 'it is away for a second',
    trouble: away(1200),
    verdict: 'conformant',
    note: /answered nothing for \d+ s, and the run waited for it/,
    more: 30,
  },
];

const ending: Case[] = [
  {
    name: 'a firewall answers with a page of 403 after 20 wrong signatures',
    trouble: ({ unauthorized }, response) =>
      unauthorized >= 20 ? answer(response, 403, { 'Content-Type': 'text/html' }, page) : undefined,
    verdict: 'inconclusive',
    note: /has served nothing since request \d+ \(HTTP 403 with a web page/,
  },
  {
    name: 'the client is locked after 20 wrong signatures',
    trouble: ({ unauthorized }, response) =>
      unauthorized >= 20
        ? answer(response, 401, {}, '{"responseCode":"4017300","responseMessage":"Unauthorized"}')
        : undefined,
    verdict: 'inconclusive',
    note: /has refused valid requests since request \d+, after \d+ with a wrong signature .*locked/,
    more: 50,
  },
  {
    name: 'it asks for a day of patience',
    trouble: ({ requests }, response) =>
      requests > later ? answer(response, 429, { 'Retry-After': 86_400 }) : undefined,
    verdict: 'inconclusive',
    note: /asked to wait 86400 s, more than limits.longestWaitMs/,
  },
  {
    name: 'it is down',
    trouble: ({ requests }, response) =>
      requests > later ? answer(response, 503, atOnce) : undefined,
    verdict: 'inconclusive',
    note: /has served nothing since request \d+ \(HTTP 503/,
  },
  {
    name: 'it fails at everything',
    trouble: ({ requests }, response) => (requests > later ? answer(response, 500) : undefined),
    verdict: 'inconclusive',
    note: /has refused valid requests since request \d+/,
    more: 50,
  },
  {
    name: 'it dies',
    trouble: ({ requests }, response) => {
      if (requests <= later) return undefined;
      response.destroy();
      return 'answered';
    },
    verdict: 'inconclusive',
    note: /has served nothing since request \d+ \(127.0.0.1:\d+ closed the connection/,
  },
  {
    name: 'it falls silent',
    trouble: ({ requests }) => (requests > later ? 'answered' : undefined),
    timeoutMs: 1000,
    verdict: 'inconclusive',
    note: /has served nothing since request \d+ \(no whole answer/,
  },
];

/** Judges how a target puts requests off. */
const judgesThese = 'token-b2b/security/rate-limit-answer';

/** Tests conforming targets in trouble, side by side. */
async function meet(cases: readonly Case[]) {
  const started = await Promise.all(
    cases.map(async ({ name, trouble, timeoutMs = 10_000 }) => {
      const { sandbox, target } = await startSandboxTarget('quiet');
      const troubled = await serveTroubled(sandbox.url, trouble);
      const limits = { ...target.limits, timeoutMs, longestWaitMs: 500 };
      return { sandbox, troubled, target: { ...target, name, baseUrl: troubled.url, limits } };
    }),
  );
  const result = await run(
    planOf(
      started.map(({ target }) => target),
      {
        depth: 'quick',
        skip: ['transaction/*', 'token-b2b2c/*', 'signature-utility/*'],
      },
    ),
  );
  await Promise.all(started.map(({ sandbox }) => sandbox.close()));
  return cases.map((trouble, index) => ({
    ...trouble,
    found: result.targets[index] as TargetResult,
    requests: started[index]?.troubled.seen.requests ?? 0,
  }));
}

/** What a quick run sends to a target that is well: README promises no more. */
const quiet = 150;

test.for(passing)('$name: waited for', { timeout: 120_000 }, async (trouble) => {
  for (const { found, requests, note, verdict, more = 0 } of await meet([trouble])) {
    expect(idsOf(found, 'failed').filter((id) => id !== judgesThese)).toEqual([]);
    expect(idsOf(found, 'cantTell')).toEqual([]);
    expect(found.verdict).toBe(verdict);
    expect(found.notes.join('\n')).toMatch(note);
    expect(requests).toBeLessThan(quiet + more);
  }
});

/** Requests before the trouble, by what the run says of it. */
function begun({ notes }: TargetResult): number {
  return Number(/since request (\d+)/.exec(notes.join())?.[1]) - 1;
}

test('all others are given up', { timeout: 180_000 }, async () => {
  for (const { name, found, requests, note, verdict, more } of await meet(ending)) {
    const failed = idsOf(found, 'failed').filter((id) => id !== judgesThese);
    expect(failed, name).toEqual([]);
    expect(found.verdict, name).toBe(verdict);
    expect(found.notes.join('\n'), name).toMatch(note);
    const unreached = found.checks.filter(({ notReached }) => notReached);
    expect(unreached.length, name).toBeGreaterThan(0);
    for (const { message } of unreached) expect(message).toMatch(/^not tested: the target /);
    // What was under way when it began, and what asked whether it was over.
    expect(requests - begun(found), `${name}: ${found.notes.join()}`).toBeLessThan(more ?? 30);
  }
});
