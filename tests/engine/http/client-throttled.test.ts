import { describe, expect, test } from 'vitest';
import { headerOf } from '../../../src/engine/http/wire.js';
import { serve } from '../../support/server.js';
import { clientOf, request } from './requests.js';

/** A server that puts off the first requests, then answers. */
function putOff(times: number) {
  let received = 0;
  return serve((_incoming, response) => {
    received += 1;
    if (received > times) response.end('{}');
    else response.writeHead(429, { 'Retry-After': String(received) }).end('{}');
  });
}

const waits = (sent: Awaited<ReturnType<ReturnType<typeof clientOf>['send']>>) =>
  sent.throttled?.map(({ headers }) => headerOf(headers, 'retry-after'));

describe('answers 429', () => {
  test('are passed on with the answer that followed', async () => {
    const { url } = await putOff(2);
    const sent = await clientOf(url).send(request());
    expect([sent.response?.status, sent.attempts, waits(sent)]).toEqual([200, 3, ['1', '2']]);
  });

  test('are passed on if nothing else followed', async () => {
    const { url } = await putOff(99);
    const sent = await clientOf(url).send(request());
    expect([sent.noAnswer?.kind, waits(sent)]).toEqual([
      'rate-limited',
      ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
    ]);
  });

  test('are passed on if the budget ends between two attempts', async () => {
    const { url } = await putOff(9);
    const sent = await clientOf(url, { maxRequests: 1 }).send(request());
    expect([sent.noAnswer?.kind, waits(sent)]).toEqual(['budget', ['1']]);
  });

  test('are not made up', async () => {
    const { url } = await putOff(0);
    expect(await clientOf(url).send(request())).not.toHaveProperty('throttled');
  });
});
