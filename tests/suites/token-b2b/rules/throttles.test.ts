import { expect, test } from 'vitest';
import { readAnswer } from '../../../../src/engine/http/answer.js';
import type { Sent, WireHeaders } from '../../../../src/engine/http/wire.js';
import { loadProfile } from '../../../../src/engine/profile/profile.js';
import { render } from '../../../../src/messages/render.js';
import { throttleRules } from '../../../../suites/token-b2b/rules/throttles.js';
import { request } from '../../../engine/http/requests.js';

const settings = loadProfile('snap-bi', import.meta.dirname).services['token-b2b'];

/** What the rule says of an answer 429. */
function judge(headers: WireHeaders, body: string): string | undefined {
  const sent: Sent = {
    request: request(),
    url: 'http://127.0.0.1/',
    response: { status: 429, headers, body: Buffer.from(body) },
    startedAt: 0,
    durationMs: 0,
    attempts: 1,
  };
  const answer = readAnswer(sent);
  const [rule] = throttleRules;
  if (!answer || !rule) throw new Error('there is an answer and a rule');
  const violation = rule.judge({
    request: sent.request,
    answer,
    settings,
    faultClass: undefined,
    faultField: undefined,
    repeats: false,
    receivedAt: 0,
  });
  return violation ? render(violation) : undefined;
}

const right = '{"responseCode":"4297300","responseMessage":"Too Many Requests"}';

test.for(['0', '1', '120', 'Wed, 21 Oct 2026 07:28:00 GMT'])('Retry-After: %s is fine', (value) => {
  expect(judge([['Retry-After', value]], right)).toBeUndefined();
});

test.for([
  ['no Retry-After', [], right, 'has no Retry-After'],
  ['words in Retry-After', [['Retry-After', 'later']], right, 'neither seconds nor a date'],
  ['nothing in Retry-After', [['Retry-After', '']], right, 'neither seconds nor a date'],
  ['seconds with a unit', [['retry-after', '5s']], right, 'neither seconds nor a date'],
  ['the code of another service', [['Retry-After', '1']], '{"responseCode":"4290000"}', '4290000'],
  ['a page', [['Retry-After', '1']], '<html>Slow down</html>', '(none)'],
] as [string, WireHeaders, string, string][])('%s is found', ([, headers, body, part]) => {
  expect(judge(headers, body)).toContain(part);
});
