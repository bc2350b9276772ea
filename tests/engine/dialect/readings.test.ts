import { describe, expect, test } from 'vitest';
import type { Profile } from '../../../schemas/resolved.js';
import { Readings } from '../../../src/engine/dialect/readings.js';
import { loadProfile } from '../../../src/engine/profile/profile.js';

describe('the readings of a contradiction', () => {
  const readings = () => new Readings(loadProfile('doku', '/').contradictions);

  test("those that the target was seen to follow, in the document's order", () => {
    const seen = readings();
    expect(seen.of('expires-in-type')).toEqual([]);
    seen.note('token-b2b', 'response', {});
    seen.note('token-b2b', 'responseHeaders', { expiresIn: 900 });
    expect(seen.of('expires-in-type')).toEqual([]);
    seen.note('token-b2b', 'response', { expiresIn: 900 });
    seen.note('token-b2b', 'response', { expiresIn: 900 });
    expect(seen.of('expires-in-type')).toEqual(['number']);
    seen.note('token-b2b', 'response', { expiresIn: '900' });
    expect(seen.of('expires-in-type')).toEqual(['string', 'number']);
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
