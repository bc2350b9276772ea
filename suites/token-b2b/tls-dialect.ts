import type { CheckContext } from '../../src/engine/checks/check.js';
import { tlsHandshake } from '../../src/engine/http/tls-handshake.js';

/**
 * The suites of TLS 1.2 that the standard allows, by OpenSSL's names (ASPI Keamanan, standards:
 * TLS_DHE_RSA and TLS_ECDHE_RSA with AES_128_GCM_SHA256 and AES_256_GCM_SHA384).
 */
const allowed = ['DHE', 'ECDHE'].flatMap((exchange) =>
  ['AES128-GCM-SHA256', 'AES256-GCM-SHA384'].map((cipher) => `${exchange}-RSA-${cipher}`),
);

/** All others that this machine can speak, old ones too. */
const others = ['DEFAULT', ...allowed.map((name) => `!${name}`), '@SECLEVEL=0'].join(':');

/**
 * Notes whether the target still takes TLS 1.2, beside the last day of it that the profile has, and whether with suites
 * that the standard doesn't list. Nothing fails by it: documents of providers speak of neither.
 */
export async function noteTls12({ session }: CheckContext<'token-b2b'>): Promise<void> {
  const { tls12Until } = session.settings;
  const notes = [
    [
      tls12Until === 'unspecified' ? 'TLS 1.2' : `TLS 1.2, in the standard ${until(tls12Until)}`,
      undefined,
    ],
    ["TLS 1.2 with a suite outside the standard's list", others],
  ] as const;
  for (const [name, ciphers] of notes) {
    const handshake = await tlsHandshake(session.target, 'TLSv1.2', 'TLSv1.2', ciphers);
    if (handshake.kind === 'unknown') return;
    session.note(name, handshake.kind === 'agreed' ? handshake.suite : 'refused');
  }
}

/** `2026-06-30` as `until 30 June 2026`. */
function until(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return `until ${date.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })}`;
}
