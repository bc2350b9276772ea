import { type ConnectionOptions, connect } from 'node:tls';
import { Agent, request } from 'undici';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadProfile } from '../../src/engine/profile/profile.js';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.js';
import { createAuthority } from '../support/certificates.js';
import { client } from './token-client.js';

const authority = createAuthority('tests');
const tls = authority.certify('sandbox');
const profile = loadProfile('snap-bi', import.meta.dirname);

async function start(faults: string[] = []): Promise<Sandbox> {
  const sandbox = await createSandbox({ profile, clients: [client], faults, tls });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** The version that a connection comes to, or the code of the error that keeps it from coming about. */
function agreed({ port }: Sandbox, options: ConnectionOptions = {}): Promise<string> {
  const all = { port, host: '127.0.0.1', ca: authority.cert, ciphers: 'DEFAULT@SECLEVEL=0' };
  return new Promise((resolve) => {
    const socket = connect({ ...all, ...options }, () => {
      resolve(socket.getProtocol() ?? '');
      socket.destroy();
    });
    socket.once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? ''));
  });
}

/** The status of an answer to a request without anything. */
async function statusOf(url: string): Promise<number> {
  const dispatcher = new Agent({ connect: { ca: authority.cert } });
  onTestFinished(() => dispatcher.destroy());
  const { statusCode, body } = await request(`${url}/v1.0/access-token/b2b`, {
    method: 'POST',
    dispatcher,
  });
  await body.dump();
  return statusCode;
}

const refused = 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION';
const oldest = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } as const;
const older = { maxVersion: 'TLSv1.2' } as const;
const newest = { minVersion: 'TLSv1.3' } as const;

describe('with a certificate the sandbox speaks HTTPS', () => {
  test.for([
    [[], [refused, 'TLSv1.2', 'TLSv1.3']],
    [['still-speaks-tls-1-0'], ['TLSv1.1', 'TLSv1.2', 'TLSv1.3']],
    [['no-newer-tls-than-1-2'], [refused, 'TLSv1.2', refused]],
    [['plain-http-too'], [refused, 'TLSv1.2', 'TLSv1.3']],
  ])('%o: TLS 1.1, 1.2, 1.3', async ([faults = [], versions]) => {
    const sandbox = await start(faults);
    const offers = [oldest, older, newest];
    expect(await Promise.all(offers.map((offer) => agreed(sandbox, offer)))).toEqual(versions);
    expect(sandbox.url).toMatch(/^https:/);
    expect(await statusOf(sandbox.url)).toBe(400);
  });

  test('and nothing else', async () => {
    const { port } = await start();
    await expect(statusOf(`http://127.0.0.1:${port}`)).rejects.toThrow();
  });

  test('but with the fault for it plain HTTP over the same port too', async () => {
    const { port, url } = await start(['plain-http-too']);
    expect(await statusOf(`http://127.0.0.1:${port}`)).toBe(400);
    expect(await statusOf(url)).toBe(400);
  });
});
