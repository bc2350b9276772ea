import { isGrant, type ServerKind, sends, writes } from '../server-kind.js';

/** Status lines (RFC 9112 section 4). */
export const statusLineKinds: readonly ServerKind[] = [
  writes('status-099', 'answers 099', 'inconclusive', () => ({ status: '099' }), { says: /099/ }),
  writes('status-000', 'answers 000', 'inconclusive', () => ({ status: '000' }), { says: /000/ }),
  writes('status-600', 'answers 600', 'inconclusive', () => ({ status: '600' }), { says: /600/ }),
  writes('status-999', 'answers 999', 'inconclusive', () => ({ status: '999' }), { says: /999/ }),
  writes('status-four-digits', 'answers 1000', 'inconclusive', () => ({ status: '1000' }), {
    says: /status/,
  }),
  writes('status-two-digits', 'answers 20', 'inconclusive', () => ({ status: '20' }), {
    says: /status/,
  }),
  writes('status-letters', 'answers 2OO', 'inconclusive', () => ({ status: '2OO' }), {
    says: /status/,
  }),
  writes('status-negative', 'answers -200', 'inconclusive', () => ({ status: '-200' }), {
    says: /status/,
  }),
  writes('no-reason-phrase', 'leaves the reason phrase out', 'conformant', () => ({ reason: ' ' })),
  writes(
    'no-space-after-status',
    'leaves out the space before the reason phrase too',
    'conformant',
    () => ({ reason: '' }),
  ),
  writes('reason-in-utf-8', 'has a reason phrase in UTF-8', 'conformant', () => ({
    reason: ` ${Buffer.from('Berhasil ✓').toString('latin1')}`,
  })),
  writes('http-1.0', 'speaks HTTP/1.0 and closes', 'conformant', () => ({
    version: 'HTTP/1.0',
    close: true,
  })),
  writes(
    'http-1.0-keep-alive',
    'speaks HTTP/1.0 and keeps the connection',
    'conformant',
    ({ headers }) => ({
      version: 'HTTP/1.0',
      headers: [...headers, ['Connection', 'keep-alive']],
    }),
  ),
  writes('http-9.9', 'claims to speak HTTP/9.9', 'inconclusive', () => ({ version: 'HTTP/9.9' }), {
    says: /version/,
  }),
  writes(
    'http-lower-case',
    'writes http/1.1 in small letters',
    'inconclusive',
    () => ({ version: 'http/1.1' }),
    { says: /not HTTP/ },
  ),
  writes('icy', 'begins with ICY', 'inconclusive', () => ({ version: 'ICY' }), {
    says: /not HTTP/,
  }),
  sends('http-0.9', 'sends the body alone, as HTTP/0.9 did', 'inconclusive', ({ body }) => body, {
    says: /not HTTP/,
  }),
  sends(
    'http-2',
    'answers in HTTP/2',
    'inconclusive',
    () =>
      Buffer.from('0000120400000000000003000000640004001000000006000040000000000401000000', 'hex'),
    { says: /not HTTP/ },
  ),
  writes(
    'grants-201',
    'grants with 201',
    'non-conformant',
    (bent) => ({
      status: isGrant(bent) ? 201 : bent.status,
    }),
    { says: /201/ },
  ),
  writes(
    'grants-206',
    'grants with 206',
    'non-conformant',
    (bent) => ({
      status: isGrant(bent) ? 206 : bent.status,
    }),
    { says: /206/ },
  ),
  writes(
    'grants-204',
    'grants with 204 and a body',
    'inconclusive',
    (bent) => ({
      status: isGrant(bent) ? 204 : bent.status,
    }),
    { says: /204/ },
  ),
  writes(
    'grants-304',
    'grants with 304 and a body',
    'inconclusive',
    (bent) => ({
      status: isGrant(bent) ? 304 : bent.status,
    }),
    { says: /304/ },
  ),
];
