import { expect, onTestFinished, test } from 'vitest';
import type { TimestampForm } from '../../../src/protocol/timestamp.js';
import { timestampForms } from '../../../src/protocol/timestamp-forms.js';
import { english } from '../../support/english.js';
import { startSandboxTarget } from '../../support/sandbox-target.js';
import { sessionAt } from '../session/session-at.js';

/** The control of the standard's profile at a server that takes one form alone. */
async function controlAt(form: TimestampForm) {
  const reject = timestampForms.filter((other) => other !== form);
  const { sandbox } = await startSandboxTarget('form', {
    overrides: { 'token-b2b': { timestamp: { accept: [form], reject } } },
  });
  onTestFinished(() => sandbox.close());
  const session = await sessionAt(sandbox.url);
  return { control: english(await session.control()), requests: sandbox.requests };
}

test.for(['utc', 'utc-millis', 'local', 'local-millis'] as const)(
  'a target that takes %s alone is told so, with what the profile should say',
  async (form) => {
    const { control } = await controlAt(form);
    expect(control.outcome).toBe('refused');
    expect(control).not.toHaveProperty('wrongRule');
    expect(control.message).toMatch(
      new RegExp(`^the control was refused \\(HTTP 400 4007301 .* in the form ${form}$`),
    );
    expect(control.causes?.[0]).toContain(
      `should say so: "overrides": { "token-b2b": { "timestamp": { "accept": [ "${form}" ]`,
    );
    expect(control.exchanges).toHaveLength(2);
  },
);

test('one that takes +07:00 alone takes the control', async () => {
  const { control, requests } = await controlAt('jakarta');
  expect(control.outcome).toBe('accepted');
  expect(requests).toBe(1);
});
