import { describe, expect, test } from 'vitest';
import { faults } from '../../src/sandbox/faults/index.js';
import { grantProbes } from './probes.js';
import { isGrant, withSandbox } from './token-client.js';

/** Ids of the probes that come out otherwise than with a conforming server. */
async function deviations(names: readonly string[]): Promise<string[]> {
  return withSandbox({ faults: names }, async ({ send }) => {
    const answers = await Promise.all(grantProbes.map(({ request }) => send(request)));
    const wrong = grantProbes.filter(({ granted }, index) => {
      const answer = answers[index];
      return answer === undefined || isGrant(answer) !== granted;
    });
    const ids = new Set(wrong.map(({ id }) => id));
    return [...ids].filter((id) => !restsOn(id).some((other) => ids.has(other))).sort();
  });
}

/** What has to be refused for a probe to mean something: one that renames takes away, too. */
function restsOn(id: string): string[] {
  if (id === 'token-b2b/headers/rejects-underscore-names') {
    return ['timestamp', 'client-key', 'signature'].map(
      (name) => `token-b2b/headers/rejects-missing-${name}`,
    );
  }
  if (/^token-b2b\/body\/rejects-(?:oauth-member-name|member-case)$/.test(id))
    return ['token-b2b/body/rejects-missing-grant-type'];
  return [];
}

/** Areas whose requirements are about who gets a token. */
const granting = /^token-b2b\/(timestamp|signature|headers|body|http)\//;
/**
 * Judged by the answer or its absence, not by the token (tests/sandbox/http-faults.test.ts has their faults), or
 * only under a document that says more than the standard, which the proof lays over the profile.
 */
const otherwise =
  /^token-b2b\/(timestamp\/(accepts-inside-window|rejects-outside-window|rejects-ruled-out-forms)|http\/(other-methods-allow|unknown-path-not-found|accepts-expect-continue|accepts-accept-encodings)|body\/(survives-.*|rejects-json)|signature\/replay|headers\/rejects-over-long-client-key)$/;
/** They change what a test's plain client reads of every grant. */
const changesAll = [
  'token-under-its-oauth-name',
  'token-under-a-name-of-its-own',
  'token-as-number',
  'grant-in-a-list',
  'answers-created',
  'compresses-unasked',
];
/** They break off, or verify another text, which the probes here don't tell apart as the suites do. */
const toldApartBySuites = ['breaks-off-at-disorder', 'verifies-only-reprinted-timestamp'];
/** Which request they hit depends on the time or on those before; tests/sandbox/intermittent-faults.test.ts has them. */
const atTimes = [
  'two-plus-signs-refused',
  'second-seven-refused',
  'stumbles-once',
  'every-twelfth-grant-fails',
];
/** They answer 429 before they look at a request, and the plain client here doesn't come again. */
const putsOff = ['throttles-without-a-time', 'throttles-with-the-gateways-code'];

test('without a fault every probe comes out as the standard has it', async () => {
  expect(await deviations([])).toEqual([]);
});

describe('a fault changes who gets a token for its own requirements alone', () => {
  const cases = faults.filter(
    // What is wrong with TLS has a test of its own, tls.test.ts. A fault against another document than the
    // standard, or one that shows only in bodies drawn from the schema, is the proof's.
    ({ name, tls, overrides, trips }) =>
      !tls &&
      !overrides &&
      !trips.some((id) => /\/body\/\w+-schema-/.test(id)) &&
      !changesAll.includes(name) &&
      !atTimes.includes(name) &&
      !toldApartBySuites.includes(name) &&
      !putsOff.includes(name),
  );
  test.for(cases)('$name', { concurrent: true }, async ({ name, trips }) => {
    const expected = trips.filter((id) => granting.test(id) && !otherwise.test(id)).sort();
    expect(await deviations([name])).toEqual(expected);
  });
});
