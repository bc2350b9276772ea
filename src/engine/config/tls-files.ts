import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { InputProblem, type InputProblemPlace } from '../input/input-problem.js';
import type { ProblemCode } from '../input/problem-codes.js';

/**
 * Tries the TLS files before the first connection, which would fail without saying which of them is wrong.
 *
 * @throws InputProblem for a certificate or key that is invalid, missing, or doesn't fit the other.
 */
export function requireTls(
  { ca, cert, key }: { ca?: string; cert?: string; key?: string },
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
      'this is no private key, or an encrypted one',
      'Give the PEM of the key that the certificate is for.',
    );
  if ((cert === undefined) !== (key === undefined)) {
    const there = cert === undefined ? 'key' : 'cert';
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
}

function fits(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}
