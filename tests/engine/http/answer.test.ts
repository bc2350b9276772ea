import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeAnswer, givesToken, readAnswer } from '../../../src/engine/http/answer.js';
import type { Sent, WireHeaders } from '../../../src/engine/http/wire.js';
import { say } from '../../../src/messages/message.js';
import { english } from '../../support/english.js';
import { request } from './requests.js';

function sentWith(
  status: number,
  body: string | Buffer,
  headers: WireHeaders = [['content-TYPE', 'Application/JSON; charset=utf-8']],
): Sent {
  return {
    request: request(),
    url: 'http://127.0.0.1/token',
    response: { status, headers, body: Buffer.from(body) },
    startedAt: 0,
    durationMs: 0,
    attempts: 1,
  };
}

function read(status: number, body: string | Buffer, headers?: WireHeaders) {
  const answer = readAnswer(sentWith(status, body, headers));
  if (!answer) throw new Error('a response is an answer');
  return answer;
}

const grant = {
  responseCode: '2007300',
  responseMessage: 'Successful',
  accessToken: 'abc',
  tokenType: 'Bearer',
  expiresIn: '900',
};
const ownCode = (responseCode: unknown) => ({ responseCode, accessToken: 'abc' });
const refusal = { responseCode: '4017300', responseMessage: 'Unauthorized. Signature' };

test.for([
  ['00', true],
  ['68', true],
  [undefined, true],
  ['75', false],
  ['4017300', false],
  ['2007300', false],
] as const)('of codes of an own form, 00 and 68 grant: %s', ([code, accepted]) => {
  const answer = readAnswer(sentWith(200, JSON.stringify(ownCode(code))), ['00', '68']);
  expect(answer?.accepted).toBe(accepted);
});

describe('what counts as accepted, and what gives a token', () => {
  test.for([
    ['a grant', 200, grant, true, 'abc'],
    ['a grant under another 2xx', 201, grant, true, 'abc'],
    ['a grant without a code', 200, { accessToken: 'abc' }, true, 'abc'],
    ['a grant with the code as a number', 200, { ...grant, responseCode: 2007300 }, true, 'abc'],
    ["plain OAuth's member", 200, { access_token: 'abc' }, true, 'abc'],
    ['the member in other letter case', 200, { AccessToken: 'abc' }, true, 'abc'],
    ['a success without a token', 200, { responseCode: '2007300' }, true, undefined],
    ['an empty token', 200, { ...grant, accessToken: '' }, true, undefined],
    ['a token that is not a text', 200, { ...grant, accessToken: 7 }, true, undefined],
    ['a refusal', 401, refusal, false, undefined],
    ['a refusal under 200', 200, refusal, false, undefined],
    ['a refusal under 200, code as a number', 200, { responseCode: 4017300 }, false, undefined],
    ["a gateway's error under 200", 200, { ErrorCode: 'X1' }, false, undefined],
    ["OAuth's error under 200", 200, { error: 'invalid_client' }, false, undefined],
    ['a token with an error code under 200', 200, { ...refusal, accessToken: 'abc' }, false, 'abc'],
    ['a token under 401', 401, { ...refusal, accessToken: 'abc' }, false, 'abc'],
    ['a token under 500', 500, grant, false, 'abc'],
    ['a redirect', 302, {}, false, undefined],
    ['an array', 200, [grant], true, undefined],
    ['null', 200, null, true, undefined],
    ['a text', 200, 'abc', true, undefined],
  ] as const)('%s', ([, status, body, accepted, token]) => {
    const answer = read(status, JSON.stringify(body));
    expect(answer.accepted).toBe(accepted);
    expect(answer.token).toBe(token);
    expect(givesToken(answer)).toBe(accepted && token !== undefined);
    expect(answer.jsonProblem).toBeUndefined();
  });
});

describe('bodies that are not one JSON text in UTF-8', () => {
  test.for([
    ['empty', '', 'the body is empty', undefined],
    [
      'HTML',
      '<html>no</html>',
      'the body is not JSON: it starts with "<html>no</html>"',
      undefined,
    ],
    ['two texts', '{}{}', 'the body is not JSON: it starts with "{}{}"', undefined],
    [
      'a trailing comma',
      '{"a":1,}',
      'the body is not JSON: it starts with "{\\"a\\":1,}"',
      undefined,
    ],
    ['invalid UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'the body is not UTF-8', undefined],
    ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le'), 'the body is not UTF-8', undefined],
    ['a byte order mark', '\uFEFF{"a":1}', 'a byte order mark stands before the JSON', { a: 1 }],
    ['a mark and no JSON', '\uFEFFx', 'the body is not JSON: it starts with "\uFEFFx"', undefined],
  ] as const)('%s', ([, body, problem, json]) => {
    const answer = read(200, body);
    expect(english(answer.jsonProblem)).toBe(problem);
    expect(answer.json).toEqual(json);
    expect(answer.accepted).toBe(true);
    expect(givesToken(answer)).toBe(false);
  });

  test('a grant after a byte order mark still gives its token', () => {
    expect(givesToken(read(200, `\uFEFF${JSON.stringify(grant)}`))).toBe(true);
  });

  test('one that breaks off after what its Content-Length announces', () => {
    const cut = read(200, '{"accessToken":"ab', [['Content-Length', '18']]);
    expect(english(cut.jsonProblem)).toBe(
      'the body is no whole JSON: it breaks off after the 18 bytes that its Content-Length announces',
    );
    const other = read(200, '{"a":1,}', [['Content-Length', '8']]);
    expect(english(other.jsonProblem)).toContain('is not JSON');
  });

  test('one whose coding could not be undone, even if it looks like JSON', () => {
    const sent = sentWith(200, JSON.stringify(grant));
    const answer = readAnswer({
      ...sent,
      response: { status: 200, headers: [], body: Buffer.from('{}'), undecoded: 'gzip' },
    });
    expect(answer?.json).toBeUndefined();
    expect(english(answer?.jsonProblem)).toBe(
      'Content-Encoding says "gzip", which can\'t be undone on this body',
    );
  });

  test('only the beginning of a long one is shown', () => {
    const { jsonProblem } = read(200, 'x'.repeat(1_000_000));
    expect(english(jsonProblem)).toBe(`the body is not JSON: it starts with "${'x'.repeat(40)}"`);
  });
});

describe('the rest of an answer', () => {
  test('media type: lower case, without parameters; absent if there is none', () => {
    expect(read(200, '{}').mediaType).toBe('application/json');
    expect(read(200, '{}', []).mediaType).toBeUndefined();
  });

  test('no answer if there is no response, or one that does not count', () => {
    const noAnswer = { kind: 'unavailable' as const, message: say('http/no-answer/none') };
    const { response: _, ...silent } = sentWith(200, '');
    expect(readAnswer({ ...silent, noAnswer })).toBeUndefined();
    expect(readAnswer({ ...sentWith(503, '{}'), noAnswer })).toBeUndefined();
  });

  test('in one line', () => {
    expect(english(describeAnswer(read(200, JSON.stringify(grant))))).toBe(
      'HTTP 200 2007300 "Successful" with an access token',
    );
    expect(english(describeAnswer(read(401, JSON.stringify(refusal))))).toBe(
      'HTTP 401 4017300 "Unauthorized. Signature"',
    );
    expect(english(describeAnswer(read(404, 'x')))).toBe(
      'HTTP 404 (the body is not JSON: it starts with "x")',
    );
    expect(english(describeAnswer(read(400, JSON.stringify({ ErrorCode: 'E1' }))))).toBe(
      'HTTP 400 E1',
    );
  });
});

const status = fc.integer({ min: 100, max: 599 });

test('never throws, whatever came back', () => {
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    fc.json().map((text) => Buffer.from(text)),
    fc
      .dictionary(
        fc.constantFrom('accessToken', 'access_token', 'responseCode', 'error', '__proto__', 'x'),
        fc.jsonValue(),
      )
      .map((members) => Buffer.from(JSON.stringify(members))),
  );
  const headers = fc.array(fc.tuple(fc.string(), fc.string()), { maxLength: 4 });
  fc.assert(
    fc.property(status, body, headers, (code, bytes, pairs) => {
      const answer = read(code, bytes, pairs);
      expect(answer.status).toBe(code);
      expect(english(describeAnswer(answer))).toContain(`HTTP ${code}`);
      // What is read is what a JSON parser reads, or a reason is given.
      if (answer.jsonProblem === undefined)
        expect(answer.json).toEqual(JSON.parse(bytes.toString('utf8')));
      if (givesToken(answer)) expect(answer.members).toBeDefined();
    }),
    { numRuns: 500 },
  );
});

test('a body is read only to a depth that can be judged', () => {
  const nested = (levels: number) =>
    `{"accessToken":"[[[","x":${'['.repeat(levels)}"\\\\\\"]"${']'.repeat(levels)}}`;
  expect(read(200, nested(199))).toMatchObject({ token: '[[[', accepted: true });
  for (const levels of [200, 10_000, 400_000]) {
    const answer = read(200, nested(levels));
    expect(english(answer.jsonProblem)).toBe('the body is nested deeper than 200 levels');
    expect(answer.json).toBeUndefined();
  }
});
