import { createServer } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../src/engine/http/clock.js';
import { createAuthority } from '../../support/certificates.js';
import { serve } from '../../support/server.js';
import { clientOf, request } from './requests.js';

const body = Buffer.from('{"a":"é"}');
const splitAt = body.indexOf('é') + 1;
/** A clock whose pauses never end: nothing that comes is due to waiting. */
const stopped = { now: systemClock.now, pause: () => new Promise<void>(() => undefined) };

/** A server that tells how many bytes each piece of a body had, and how its length was announced. */
const telling = (tls?: Parameters<typeof serve>[1]) =>
  serve(async (incoming, response) => {
    const pieces: number[] = [];
    for await (const piece of incoming) pieces.push((piece as Buffer).length);
    const { 'content-length': length, 'transfer-encoding': coding } = incoming.headers;
    response.end(JSON.stringify({ pieces, length, coding }));
  }, tls);

const inTwo = { pieces: [splitAt, body.length - splitAt], length: String(body.length) };

test('the rest of a body goes out once the server has read the first part', async () => {
  const { url } = await telling();
  const client = clientOf(url, {}, { clock: stopped });
  for (let time = 0; time < 10; time += 1) {
    const { response } = await client.send(request({ body, splitAt }));
    expect(JSON.parse(String(response?.body))).toEqual(inTwo);
  }
});

test('over TLS likewise', async () => {
  const authority = createAuthority('split');
  const { url } = await telling(authority.certify('server'));
  const tls = { ca: authority.cert };
  const { response } = await clientOf(url, {}, { tls, clock: stopped }).send(
    request({ body, splitAt }),
  );
  expect(JSON.parse(String(response?.body))).toEqual(inTwo);
});

test('a server that takes no second connection is not waited for', async () => {
  let connections = 0;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    connections += 1;
    if (connections > 1) return;
    let seen = '';
    socket.on('data', (bytes: Buffer) => {
      seen += bytes.toString('latin1');
      if (seen.endsWith('}')) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as { port: number };
  const waits: number[] = [];
  const clock = {
    now: systemClock.now,
    pause: async (ms: number) => void waits.push(ms),
  };
  const client = clientOf(`http://127.0.0.1:${port}`, {}, { clock });
  const { response } = await client.send(request({ body, splitAt }));
  expect(response?.status).toBe(200);
  expect(waits).toEqual([1000]);
  await client.close();
});
