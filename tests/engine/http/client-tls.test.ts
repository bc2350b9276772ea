import type { TLSSocket } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { createAuthority } from '../../support/certificates.js';
import { english } from '../../support/english.js';
import { serve } from '../../support/server.js';
import { clientOf, request } from './requests.js';

const authority = createAuthority('the right authority');
const stranger = createAuthority('another authority');
const server = authority.certify('server');
const client = authority.certify('client');

const subjectOf = (socket: unknown) => (socket as TLSSocket).getPeerCertificate().subject?.CN;

/** What a client with these files gets from a server. */
async function send(
  options: Parameters<typeof serve>[1],
  tls: { ca?: string; cert?: string; key?: string },
) {
  const { url } = await serve((incoming, response) => {
    response.end(String(subjectOf(incoming.socket)));
  }, options);
  return clientOf(url, {}, { tls }).send(request());
}

describe('the authority', () => {
  test('of the config is trusted', async () => {
    const { response, noAnswer } = await send(server, { ca: authority.cert });
    expect([response?.status, noAnswer]).toEqual([200, undefined]);
  });

  test.for([
    ['another one', { ca: stranger.cert }],
    ['none but the usual ones', {}],
  ] as const)('%s: no answer, tried once, because of TLS', async ([, tls]) => {
    const { response, noAnswer, attempts } = await send(server, tls);
    expect([response, noAnswer?.kind, attempts]).toEqual([undefined, 'tls', 1]);
    expect(english(noAnswer?.message)).toMatch(
      /no TLS connection to 127\.0\.0\.1:\d+: .*certificate/,
    );
  });

  test('right, but the certificate is for another host', async () => {
    const other = authority.certify('elsewhere', 'subjectAltName=DNS:elsewhere.example');
    const { noAnswer } = await send(other, { ca: authority.cert });
    expect(noAnswer?.kind).toBe('tls');
    expect(english(noAnswer?.message)).toContain('ERR_TLS_CERT_ALTNAME_INVALID');
  });
});

describe('a client certificate', () => {
  const demanding = { ...server, ca: authority.cert, requestCert: true, rejectUnauthorized: true };

  test('is sent', async () => {
    const { response } = await send(demanding, { ca: authority.cert, ...client });
    expect(response?.body.toString()).toBe('client');
  });

  // In TLS 1.3 the client has done its part when the server finds out, and only sees it hang up.
  test('that is missing: no answer', async () => {
    const { response, noAnswer } = await send(demanding, { ca: authority.cert });
    expect([response, noAnswer?.kind]).toEqual([undefined, 'reset']);
  });
});

describe('http and https mixed up', () => {
  test('https at a server without it: TLS', async () => {
    const { port } = await serve((_incoming, response) => response.end());
    const { noAnswer } = await clientOf(`https://127.0.0.1:${port}`).send(request());
    expect(noAnswer?.kind).toBe('tls');
  });

  test('http at a server with it: no answer', async () => {
    const { port } = await serve((_incoming, response) => response.end(), server);
    const { noAnswer, response } = await clientOf(`http://127.0.0.1:${port}`).send(request());
    expect(response).toBeUndefined();
    expect(['reset', 'protocol']).toContain(noAnswer?.kind);
  });
});
