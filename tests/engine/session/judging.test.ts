import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { headerOf } from '../../../src/engine/http/wire.js';
import type { Observed } from '../../../src/engine/session/observed.js';
import type { Session } from '../../../src/engine/session/session.js';
import { alsoRefuse } from '../../../src/sandbox/policies/change-policy.js';
import { tokenB2b } from '../../../suites/token-b2b/token-b2b.js';
import { startSandboxTarget } from '../../support/sandbox-target.js';
import { sessionAt } from './session-at.js';

type B2b = Session<'token-b2b'>;

/** A session with a sandbox that refuses all requests once it is told to. */
async function sandboxSession(): Promise<{ session: B2b; lock: () => void }> {
  let locked = false;
  const { sandbox } = await startSandboxTarget('any', {
    changeTokenB2b: (policy) =>
      alsoRefuse(policy, () =>
        locked ? { faultClass: 'unknown-client', field: 'X-CLIENT-KEY' } : undefined,
      ),
  });
  const session = await sessionAt(sandbox.url, { service: tokenB2b });
  await session.control();
  return { session, lock: () => (locked = true) };
}

/** The control without a grant type. */
function wrongProbe(session: B2b): Promise<Observed<'token-b2b'>> {
  const mutation = {
    name: { id: 'run/checks/it-is-the-control' as const },
    field: 'body',
    apply: (draft: ReturnType<B2b['draft']>) => ({ ...draft, body: Buffer.from('{}') }),
  };
  return session.probe(mutation as unknown as Parameters<B2b['probe']>[0], {
    faultClass: 'missing-field',
    faultField: 'grantType',
  });
}

const shapes = ({ shared }: B2b) => shared.tally.of('token-b2b/errors/shape').judged;

test('a refusal counts once a valid request is accepted that was sent after it', async () => {
  const { session } = await sandboxSession();
  await wrongProbe(session);
  expect([shapes(session), session.shared.judging.holds]).toEqual([0, true]);
  await session.settle();
  expect(shapes(session)).toBeGreaterThan(0);
  expect(session.shared.judging.holds).toBe(false);
});

test('no refusal counts since the control was accepted last', async () => {
  const { session, lock } = await sandboxSession();
  await wrongProbe(session);
  await session.settle();
  const before = shapes(session);
  lock();
  await wrongProbe(session);
  await session.settle();
  expect([shapes(session), session.shared.judging.holds]).toEqual([before, false]);
  expect(session.state.course.ended).toBeDefined();
});

test('what is judged later hides what had to be hidden when it came', async () => {
  const { session } = await sandboxSession();
  const { redactor } = session.state;
  const secret = randomBytes(30).toString('base64url');
  redactor.learn(secret);
  const probe = await wrongProbe(session);
  const text = JSON.stringify({ responseCode: `401 ${secret}`, responseMessage: 1 });
  const body = Buffer.from(text);
  expect(headerOf(probe.sent.response?.headers ?? [], 'content-type')).toContain('json');
  const answer = probe.answer && { ...probe.answer, json: JSON.parse(text) as unknown };
  session.shared.judging.judge({
    ...probe,
    answer: answer && {
      ...answer,
      code: `401 ${secret}`,
      members: answer.json as Record<string, unknown>,
      response: { ...answer.response, body },
    },
  });
  // More than the redactor remembers.
  for (let count = 0; count < 600; count += 1)
    redactor.learn(randomBytes(30).toString('base64url'));
  await session.settle();
  const { tally, dialect } = session.shared;
  const { plainest } = tally.of('token-b2b/errors/seven-digits');
  expect(plainest).toBeDefined();
  expect(JSON.stringify([plainest?.message, dialect.toJSON()])).not.toContain(secret.slice(0, 16));
});
