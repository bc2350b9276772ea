import { describe, expect, test } from 'vitest';
import { createBroken } from '../../support/broken-endpoints.js';
import { english } from '../../support/english.js';
import { closedUrl, serve, serveRaw } from '../../support/server.js';
import { TestClock } from '../../support/test-clock.js';
import { clientOf, request } from './requests.js';

/** The only answers of a server are these statuses, in turn, the last one over and over. */
async function answering(...answers: [status: number, headers?: Record<string, string>][]) {
  let requests = 0;
  const { url } = await serve((_incoming, response) => {
    const [status, headers] = answers[Math.min(requests, answers.length - 1)] ?? [200];
    requests += 1;
    response.writeHead(status, headers);
    response.end();
  });
  const clock = new TestClock();
  const sent = await clientOf(url, {}, { clock }).send(request());
  return { sent, requests, pauses: clock.pauses };
}

describe('the state of the service is no answer to a request', () => {
  test.for([
    [429, 'rate-limited', 10],
    [420, 'rate-limited', 10],
    [509, 'rate-limited', 10],
    [502, 'unavailable', 3],
    [503, 'unavailable', 10],
    [504, 'unavailable', 3],
  ] as const)('HTTP %i is %s, asked %i times', async ([status, kind, times]) => {
    const { sent, requests, pauses } = await answering([status]);
    expect([requests, sent.attempts, sent.noAnswer?.kind]).toEqual([times, times, kind]);
    expect(english(sent.noAnswer?.message)).toContain(`HTTP ${status}`);
    // What was said is kept for the evidence.
    expect(sent.response?.status).toBe(status);
    // Between them the pace pauses too.
    expect(pauses).toEqual(expect.arrayContaining([50, 100]));
  });

  test.for([
    ['420', 'status-420'],
    ['a code of 429', '{"responseCode":"4297300"}'],
  ] as const)('%s is asked again like 429', async ([, body]) => {
    let requests = 0;
    const { url } = await serve((_incoming, response) => {
      requests += 1;
      if (requests === 2) return response.end('{"responseCode":"2007300"}');
      return response.writeHead(body.startsWith('{') ? 400 : 420).end(body);
    });
    const sent = await clientOf(url).send(request());
    expect([sent.response?.status, sent.attempts, sent.throttled?.length]).toEqual([200, 2, 1]);
  });

  test('a page of 403 is an answer, until the target has answered in JSON', async () => {
    let requests = 0;
    const { url } = await serve((_incoming, response) => {
      requests += 1;
      if (requests === 2) return response.end('{}');
      response.writeHead(403, { 'Content-Type': 'text/html' });
      return response.end('<html>Blocked</html>');
    });
    const client = clientOf(url);
    const kinds = [];
    for (let count = 0; count < 3; count += 1)
      kinds.push((await client.send(request())).noAnswer?.kind);
    expect(kinds).toEqual([undefined, undefined, 'blocked']);
    expect(requests).toBe(3);
  });

  test('a page of 405 is an answer all the same', async () => {
    const { url } = await serve((incoming, response) => {
      if (incoming.method === 'POST') return response.end('{}');
      response.writeHead(405, { 'Content-Type': 'text/html' });
      return response.end('<html>Method Not Allowed</html>');
    });
    const client = clientOf(url);
    await client.send(request());
    const sent = await client.send(request({ method: 'PUT' }));
    expect([sent.response?.status, sent.noAnswer]).toEqual([405, undefined]);
  });

  test('an answer after two 503', async () => {
    const { sent, requests } = await answering([503], [503], [200]);
    expect([sent.response?.status, sent.noAnswer, requests]).toEqual([200, undefined, 3]);
  });

  test.for([400, 401, 404, 408, 500, 501])('HTTP %i is an answer, once', async (status) => {
    const { sent, requests } = await answering([status]);
    expect([sent.response?.status, sent.noAnswer, requests]).toEqual([status, undefined, 1]);
  });

  test.for([
    ['0', []],
    ['2', [2000]],
    ['30', [30_000]],
  ] as const)('Retry-After: %s is honoured', async ([value, waits]) => {
    const { sent, pauses } = await answering([429, { 'Retry-After': value }], [200]);
    expect(pauses).toEqual(waits);
    expect(sent.response?.status).toBe(200);
  });

  test('Retry-After as a date that is past: at once', async () => {
    const past = await answering([503, { 'Retry-After': 'Thu, 01 Jan 1970 00:00:00 GMT' }], [200]);
    expect([past.pauses, past.sent.response?.status]).toEqual([[], 200]);
  });

  test.for(['31', '86400', 'Fri, 01 Jan 2100 00:00:00 GMT'])(
    'Retry-After: %s is waited for only half a minute, and once',
    async (value) => {
      const answered = await answering([429, { 'Retry-After': value }], [200]);
      expect([answered.pauses, answered.sent.response?.status]).toEqual([[30_000], 200]);
      const { sent, requests, pauses } = await answering([429, { 'Retry-After': value }]);
      expect([requests, sent.noAnswer?.kind, pauses]).toEqual([2, 'rate-limited', [30_000]]);
    },
  );

  test('a Retry-After that says nothing falls back to the usual wait', async () => {
    const { pauses } = await answering([429, { 'Retry-After': 'soon' }], [200]);
    expect(pauses).toEqual([50]);
  });
});

describe('no answer at all', () => {
  test('a closed port: refused, tried three times', async () => {
    const sent = await clientOf(await closedUrl()).send(request());
    expect(sent.noAnswer?.kind).toBe('refused');
    expect(english(sent.noAnswer?.message)).toContain('nothing accepts connections at 127.0.0.1:');
    expect([sent.attempts, sent.response]).toEqual([3, undefined]);
  });

  test('a name that does not exist: dns, tried once', async () => {
    const sent = await clientOf('http://nobody.invalid').send(request());
    expect([sent.noAnswer?.kind, sent.attempts]).toEqual(['dns', 1]);
    expect(english(sent.noAnswer?.message)).toContain('nobody.invalid');
  });

  test('a connection that is cut: reset', async () => {
    const box = await createBroken('resets');
    const sent = await clientOf(box.url).send(request());
    await box.close();
    expect([sent.noAnswer?.kind, sent.attempts]).toEqual(['reset', 3]);
  });

  test('a connection that is cut during the body: reset, and half a body is not judged', async () => {
    const { url } = await serveRaw((socket) => {
      socket.once('data', () => {
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"accessToken":"half');
      });
    });
    const sent = await clientOf(url).send(request());
    expect([sent.noAnswer?.kind, sent.response]).toEqual(['reset', undefined]);
  });

  test('silence: timeout', async () => {
    const { url } = await serve(() => undefined);
    const sent = await clientOf(url, { timeoutMs: 40 }).send(request());
    expect([sent.noAnswer?.kind, sent.attempts]).toEqual(['timeout', 3]);
    expect(english(sent.noAnswer?.message)).toContain('within 40 ms');
  });

  test('a body that drips on for ever: timeout, though no pause between two bytes is long', async () => {
    const { url } = await serve((_incoming, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write(' '), 5);
      response.once('close', () => clearInterval(drip));
    });
    const sent = await clientOf(url, { timeoutMs: 60 }).send(request());
    expect(sent.noAnswer?.kind).toBe('timeout');
  });

  test('a body without end: too large, tried once', async () => {
    const box = await createBroken('huge');
    const sent = await clientOf(box.url).send(request());
    await box.close();
    expect([sent.noAnswer?.kind, sent.attempts]).toEqual(['too-large', 1]);
  });

  test.for([
    ['what is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['a header without a colon', 'HTTP/1.1 200 OK\r\nbad header\r\n\r\n'],
  ] as const)('%s: protocol, tried once', async ([, bytes]) => {
    const { url } = await serveRaw((socket) => {
      socket.once('data', () => socket.end(bytes));
    });
    const sent = await clientOf(url).send(request());
    expect([sent.noAnswer?.kind, sent.attempts]).toEqual(['protocol', 1]);
  });
});
