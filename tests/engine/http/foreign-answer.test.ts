import { expect, test } from 'vitest';
import { readAnswer } from '../../../src/engine/http/answer.js';
import { foreignAnswer } from '../../../src/engine/http/foreign-answer.js';
import { request } from './requests.js';

/** Whether an answer to a valid request is that of another service. */
function isForeign(status: number, body: string, acknowledges: boolean): boolean {
  const answer = readAnswer({
    request: request(),
    url: 'http://127.0.0.1/',
    response: { status, headers: [['Content-Type', 'text/plain']], body: Buffer.from(body) },
    startedAt: 0,
    durationMs: 1,
    attempts: 1,
  });
  if (!answer) throw new Error('it is an answer');
  return foreignAnswer(answer, { own: [], acknowledges }) !== undefined;
}

test.for(['OK', 'success\n', ''])('a merchant may acknowledge by a word: %j', (body) => {
  expect(isForeign(200, body, true)).toBe(false);
});

test.for([
  ['a page', '<html>OK</html>'],
  ['a text of many words', 'Welcome to this server. '.repeat(8)],
])('%s is no acknowledgement', ([, body = '']) => {
  expect(isForeign(200, body, true)).toBe(true);
});

test('whoever else answers so is another service', () => {
  expect(isForeign(200, 'OK', false)).toBe(true);
});
