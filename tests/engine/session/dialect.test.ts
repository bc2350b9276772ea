import { describe, expect, test } from 'vitest';
import type { Profile } from '../../../schemas/resolved.js';
import { Dialect } from '../../../src/engine/dialect/dialect.js';
import { Readings } from '../../../src/engine/dialect/readings.js';
import { readAnswer } from '../../../src/engine/http/answer.js';
import { loadProfile } from '../../../src/engine/profile/profile.js';
import type { FaultClass, AnsweredExchange } from '../../../src/engine/session/service.js';
import { request } from './requests.js';

const settings = loadProfile('snap-bi', '/').services['token-b2b'];

function message(status: number, body: unknown, faultClass?: FaultClass, timestamp = ''): AnsweredExchange {
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
  return { request: sent, answer, settings, faultClass, faultField: undefined, receivedAt: 0 };
}

const dialect = () => new Dialect((text) => text.replaceAll('secret', '…'));

describe('the dialect', () => {
  test('of grants: one value as it is, several as a list, each once', () => {
    const seen = dialect();
    const grant = { tokenType: 'Bearer', expiresIn: 900, accessToken: 'abc' };
    seen.granted(message(200, grant, undefined, '2024-03-19T11:46:16+07:00'));
    seen.granted(message(200, { ...grant, expiresIn: '900', accessToken: 'a.b.cd' }));
    seen.granted(message(200, { ...grant, expiresIn: 1.5 }, undefined, 'no time'));
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
    seen.refused(message(401, refusal, 'unknown-client'));
    seen.refused(message(401, refusal, 'other'));
    seen.refused(message(401, refusal));
    expect(seen.toJSON()).toEqual({
      'answer to unknown-client': 'HTTP 401 4017300 "Unauthorized"',
    });
  });

  test('stays small and keeps secrets, whatever a target says', () => {
    const seen = dialect();
    for (let count = 0; count < 100; count += 1)
      seen.note('a', `secret ${count}${'x'.repeat(999)}`);
    seen.note('b', { deep: ['secret'] });
    const { a, b } = seen.toJSON() as { a: string[]; b: string };
    expect(a).toHaveLength(12);
    for (const text of a) expect(text).toHaveLength(200);
    expect(a[0]).toMatch(/^… 0x/);
    expect(b).toBe('{"deep":["…"]}');
  });
});

describe('the readings of a contradiction', () => {
  const readings = () => new Readings(loadProfile('doku', '/').contradictions);

  test('those that the target was seen to follow', () => {
    const seen = readings();
    expect(seen.of('expires-in-type')).toEqual([]);
    seen.note('token-b2b', 'response', {});
    seen.note('token-b2b', 'responseHeaders', { expiresIn: 900 });
    expect(seen.of('expires-in-type')).toEqual([]);
    seen.note('token-b2b', 'response', { expiresIn: 900 });
    seen.note('token-b2b', 'response', { expiresIn: 900 });
    expect(seen.of('expires-in-type')).toEqual(['number']);
    seen.note('token-b2b', 'response', { expiresIn: '900' });
    expect(seen.of('expires-in-type')).toEqual(['number', 'string']);
  });

  test('about one fault class are not settled by the answers to another', () => {
    const seen = readings();
    seen.note('token-b2b', 'error', { responseCode: '4017300' }, 'invalid-signature');
    expect(seen.of('timestamp-answer')).toEqual([]);
    seen.note('token-b2b', 'error', { responseCode: '4017300' }, 'timestamp-format');
    expect(seen.of('timestamp-answer')).toEqual(['unknown-client']);
  });

  test('about one service are not settled by the messages of another', () => {
    const [contradiction] = loadProfile('doku', '/').contradictions;
    if (!contradiction) throw new Error('DOKU has some');
    const sent = { 'x-timestamp': '2024-03-19T04:46:16Z' };
    const seen = new Readings([{ ...contradiction, service: 'transaction' }]);
    seen.note('token-b2b', 'requestHeaders', sent);
    expect(seen.of('timestamp-form')).toEqual([]);
    seen.note('transaction', 'requestHeaders', sent);
    expect(seen.of('timestamp-form')).toEqual(['utc']);
  });

  test('about an error of no fault class that is probed are not settled at all', () => {
    const [contradiction] = loadProfile('doku', '/').contradictions;
    if (!contradiction) throw new Error('DOKU has some');
    const { requirements: _, ...about } = contradiction;
    const at = '/$defs/error/properties/responseCode';
    const seen = new Readings([{ ...about, at }]);
    seen.note('token-b2b', 'error', { responseCode: '4017300' }, 'invalid-signature');
    seen.note('token-b2b', 'error', { responseCode: '2020-09-22T01:51:00Z' }, 'other');
    expect(seen.of('timestamp-form')).toEqual([]);
  });

  test('about headers go by the timestamp form', () => {
    const seen = readings();
    seen.note('token-b2b', 'requestHeaders', { 'x-timestamp': '2024-03-19T04:46:16Z' });
    expect(seen.of('timestamp-form')).toEqual(['utc']);
    expect(seen.of('timestamp-form-in-sdks')).toEqual(['utc']);
  });

  test('a name that no contradiction has', () => {
    expect(new Readings([] as Profile['contradictions']).of('nothing')).toEqual([]);
  });
});
