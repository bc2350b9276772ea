import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type { TlsConfig } from '../../../../schemas/generated/config.js';
import { InputProblem, type InputProblemPlace } from '../../input/input-problem.js';
import type { ProblemCode } from '../../input/problem-codes.js';
import type { Way } from '../../plan/plan.js';

/**
 * Tries the TLS files before the first connection, which would fail without saying which of them is wrong.
 *
 * @param plan What was read of them.
 * @param written What the config names, read or not.
 * @throws InputProblem for a certificate, key or keystore that is invalid, missing, or doesn't fit the other.
 */
export function requireTls(
  { ca, cert, key, pfx, passphrase }: Way['tls'],
  written: TlsConfig,
  place: InputProblemPlace,
): void {
  const refuse = (code: ProblemCode, part: string, what: string, remedy: string): never => {
    throw new InputProblem(code, what, {
      ...place,
      pointer: `${place.pointer ?? ''}/${part}`,
      remedy,
    });
  };
  if (ca !== undefined && !fits(() => new X509Certificate(ca)))
    refuse(
      'certificate-unreadable',
      'ca',
      'this is no certificate',
      'Give the PEM of the authority that signed the target.',
    );
  if (cert !== undefined && !fits(() => new X509Certificate(cert)))
    refuse(
      'certificate-unreadable',
      'cert',
      'this is no certificate',
      'Give the PEM of the client certificate.',
    );
  if (key !== undefined && !fits(() => createSecureContext({ key })))
    refuse(
      'tls-key-unreadable',
      'key',
      'this is no private key, or an encrypted one without its passphrase',
      'Give the PEM of the key that the certificate is for, and its passphrase beside it: { "file": …, "passphrase": { "env": "KEY_PASSPHRASE" } }.',
    );
  if ((written.cert === undefined) !== (written.key === undefined)) {
    const there = written.cert === undefined ? 'key' : 'cert';
    refuse(
      'tls-pair-incomplete',
      there,
      'a client certificate needs both cert and key',
      'Give the other one too.',
    );
  }
  if (cert !== undefined && key !== undefined && !fits(() => createSecureContext({ cert, key })))
    refuse(
      'tls-pair-mismatch',
      'key',
      'this key is not the one of the certificate',
      'Give the two that belong together.',
    );
  if (written.pfx !== undefined && written.cert !== undefined)
    refuse(
      'tls-pair-twice',
      'pfx',
      'there are two client certificates: pfx, and cert with key',
      'Leave one of them out.',
    );
  if (pfx === undefined) return;
  const why = failureOf(() => createSecureContext({ pfx, passphrase }));
  if (why === undefined) return;
  if (/mac verify/i.test(why))
    refuse(
      'pfx-unreadable',
      passphrase === undefined ? 'pfx' : 'pfx/passphrase',
      passphrase === undefined
        ? 'this PKCS#12 keystore has a passphrase'
        : 'the passphrase does not open this PKCS#12 keystore',
      'Give its passphrase beside it: { "file": …, "passphrase": { "env": "KEYSTORE_PASSPHRASE" } }.',
    );
  if (/unsupported/i.test(why))
    refuse(
      'pfx-unreadable',
      'pfx',
      'this PKCS#12 keystore is encrypted in an old way that OpenSSL 3 no longer reads',
      'Write it again with "openssl pkcs12 -legacy -in client.p12 -nodes -out client.pem", then "openssl pkcs12 -export -in client.pem -out client-new.p12".',
    );
  refuse(
    'pfx-unreadable',
    'pfx',
    'this is no PKCS#12 keystore with a certificate and its key',
    'Give the .p12 or .pfx file; a certificate and key in PEM are cert and key.',
  );
}

/** What an attempt throws, in words; undefined if it throws nothing. */
function failureOf(make: () => unknown): string | undefined {
  try {
    make();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function fits(make: () => unknown): boolean {
  return failureOf(make) === undefined;
}
