import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Dialect } from '../../../src/engine/dialect/dialect.js';
import type { Place } from '../../../src/engine/evidence/place.js';
import { readAnswer } from '../../../src/engine/http/answer.js';
import { loadProfile } from '../../../src/engine/profile/profile.js';
import type { AnsweredExchange, FaultClass } from '../../../src/engine/session/service.js';
import { request } from '../http/requests.js';

const settings = loadProfile('snap-bi', '/').services['token-b2b'];

function message(
  status: number,
  body: unknown,
  faultClass?: FaultClass,
  timestamp = '',
): AnsweredExchange<'token-b2b'> {
  const sent = request({ headers: [['X-TIMESTAMP', timestamp]] });
  const answer = readAnswer({
    request: sent,
    url: '',
    response: {
      status,
      headers: [['X-TIMESTAMP', '2024-03-19T04:46:16Z']],
      body: Buffer.from(JSON.stringify(body)),
    },
    startedAt: 0,
    durationMs: 0,
    attempts: 1,
  });
  if (!answer) throw new Error('a response is an answer');
  return {
    request: sent,
    answer,
    settings,
    faultClass,
    faultField: undefined,
    repeats: false,
    receivedAt: 0,
  };
}

/** What came there, when nothing was to be hidden. */
function came(position: number) {
  return { place: at(position), secrets: [] };
}

/** A place in the run of one check. */
const at = (request: number): Place => [0, request];

const dialect = () => new Dialect((text) => text.replaceAll('secret', '…'));

describe('the dialect', () => {
  test('of grants: one value as it is, several as a list, each once', () => {
    const seen = dialect();
    const grant = { tokenType: 'Bearer', expiresIn: 900, accessToken: 'abc' };
    seen.granted(message(200, grant, undefined, '2024-03-19T11:46:16+07:00'), came(1));
    seen.granted(message(200, { ...grant, expiresIn: '900', accessToken: 'a.b.cd' }), came(2));
    seen.granted(message(200, { ...grant, expiresIn: 1.5 }, undefined, 'no time'), came(3));
    expect(seen.toJSON()).toMatchObject({
      'accepted timestamp forms': 'offset',
      'expiresIn type': ['integer', 'string', 'number'],
      'expiresIn value': [900, '900', 1.5],
      tokenType: 'Bearer',
      'token kind': ['opaque', 'JWT'],
      'response timestamp forms': 'utc',
      'token length': '3 to 6',
    });
  });

  test('of refusals: by fault class, those of no documented class left out', () => {
    const seen = dialect();
    const refusal = { responseCode: '4017300', responseMessage: 'Unauthorized' };
    seen.refused(message(401, refusal, 'unknown-client'), came(1));
    seen.refused(message(401, refusal, 'other'), came(2));
    seen.refused(message(401, refusal), came(3));
    expect(seen.toJSON()).toEqual({
      'answer to unknown-client': 'HTTP 401 4017300 "Unauthorized"',
    });
  });

  test('stays small and keeps secrets, whatever a target says', () => {
    const seen = dialect();
    for (let count = 0; count < 100; count += 1)
      seen.note('a', `secret ${count}${'x'.repeat(999)}`, at(count));
    seen.note('b', { deep: ['secret'] }, at(100));
    const { a, b } = seen.toJSON() as { a: string[]; b: string };
    expect(a).toHaveLength(12);
    for (const text of a) expect(text).toHaveLength(200);
    expect(a[0]).toMatch(/^… 0x/);
    expect(b).toBe('{"deep":["…"]}');
  });

  test('is the same whichever answer comes back first: it is ordered by the places in the run', () => {
    const places = Array.from({ length: 20 }, (_, count): Place => [count % 5, count]);
    const inOrder = places.toSorted(([a, b], [c, d]) => a - c || b - d);
    fc.assert(
      fc.property(fc.shuffledSubarray(places, { minLength: 20 }), (arriving) => {
        const seen = dialect();
        for (const [check, request] of arriving)
          seen.note('a', `${check} ${request}`, [check, request]);
        // Seen again later in the run, which changes nothing.
        seen.note('a', '0 0', [9, 9]);
        seen.note('last', 1, [9, 9]);
        seen.note('first', 1, [0, 0]);
        const { a } = seen.toJSON() as { a: string[] };
        expect(a).toEqual(inOrder.slice(0, 12).map(([check, request]) => `${check} ${request}`));
        expect(Object.keys(seen.toJSON())).toEqual(['a', 'first', 'last']);
      }),
    );
  });
});
