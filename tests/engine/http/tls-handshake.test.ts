import { describe, expect, test } from 'vitest';
import { tlsHandshake } from '../../../src/engine/http/tls-handshake.js';
import { createAuthority } from '../../support/certificates.js';
import { closedUrl, serve, serveRaw } from '../../support/server.js';

const certified = createAuthority('tests').certify('server');
const old = { ciphers: 'DEFAULT@SECLEVEL=0' };

function target(baseUrl: string, timeoutMs = 10_000) {
  const limits = {
    rate: null,
    concurrency: 1,
    timeoutMs,
    longestWaitMs: 30_000,
    maxRequests: null,
  };
  return { baseUrl, limits, tls: {} };
}

describe('a server agrees on what it speaks', () => {
  test.for([
    [{ minVersion: 'TLSv1', maxVersion: 'TLSv1', ...old }, 'TLSv1', 'TLSv1.1', 'TLSv1'],
    [{ minVersion: 'TLSv1', ...old }, 'TLSv1', 'TLSv1.1', 'TLSv1.1'],
    [{ maxVersion: 'TLSv1.2' }, 'TLSv1.2', 'TLSv1.2', 'TLSv1.2'],
    [{}, 'TLSv1.3', 'TLSv1.3', 'TLSv1.3'],
  ] as const)('%o', async ([options, min, max, protocol]) => {
    const { url } = await serve(() => undefined, { ...certified, ...options });
    // Its authority is unknown here, and that doesn't matter.
    expect(await tlsHandshake(target(url), min, max)).toMatchObject({ kind: 'agreed', protocol });
  });

  test('on one of the suites that are offered', async () => {
    const { url } = await serve(() => undefined, { ...certified, maxVersion: 'TLSv1.2' });
    const offered = 'ECDHE-RSA-AES256-GCM-SHA384';
    expect(await tlsHandshake(target(url), 'TLSv1.2', 'TLSv1.2', offered)).toEqual({
      kind: 'agreed',
      protocol: 'TLSv1.2',
      suite: 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
    });
  });
});

describe('and refuses what it does not speak', () => {
  test.for([
    [{}, 'TLSv1', 'TLSv1.1'],
    [{ minVersion: 'TLSv1.3' }, 'TLSv1.2', 'TLSv1.2'],
    [{ maxVersion: 'TLSv1.2' }, 'TLSv1.3', 'TLSv1.3'],
  ] as const)('%o', async ([options, min, max]) => {
    const { url } = await serve(() => undefined, { ...certified, ...options });
    expect(await tlsHandshake(target(url), min, max)).toEqual({
      kind: 'refused',
      message: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    });
  });

  test('by hanging up', async () => {
    const { port } = await serveRaw((socket) => socket.once('data', () => socket.destroy()));
    const handshake = await tlsHandshake(target(`https://127.0.0.1:${port}`), 'TLSv1.3', 'TLSv1.3');
    expect(handshake.kind).toBe('refused');
  });
});

describe('nothing can be said', () => {
  test('if nothing listens', async () => {
    const url = (await closedUrl()).replace('http', 'https');
    expect(await tlsHandshake(target(url), 'TLSv1.3', 'TLSv1.3')).toEqual({
      kind: 'unknown',
      message: 'ECONNREFUSED',
    });
  });

  test('if the server keeps silent', async () => {
    const { port } = await serveRaw(() => undefined);
    const { kind } = await tlsHandshake(
      target(`https://127.0.0.1:${port}`, 50),
      'TLSv1.3',
      'TLSv1.3',
    );
    expect(kind).toBe('unknown');
  });
});
