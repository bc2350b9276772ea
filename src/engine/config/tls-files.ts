import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import { InputProblem, type InputProblemPlace } from '../input/input-problem.js';

/**
 * Tries the TLS files before the first connection, which would only fail without saying which of them
 * is no good.
 *
 * @throws InputProblem
 */
export function requireTls(
  { ca, cert, key }: { ca?: string; cert?: string; key?: string },
  place: InputProblemPlace,
): void {
  const refuse = (part: string, what: string, remedy: string): never => {
    throw new InputProblem(what, { ...place, pointer: `${place.pointer ?? ''}/${part}`, remedy });
  };
  if (ca !== undefined && !fits(() => new X509Certificate(ca)))
    refuse('ca', 'this is no certificate', 'Give the PEM of the authority that signed the target.');
  if (cert !== undefined && !fits(() => new X509Certificate(cert)))
    refuse('cert', 'this is no certificate', 'Give the PEM of the client certificate.');
  if (key !== undefined && !fits(() => createSecureContext({ key })))
    refuse(
      'key',
      'this is no private key, or an encrypted one',
      'Give the PEM of the key that the certificate is for.',
    );
  if ((cert === undefined) !== (key === undefined)) {
    const there = cert === undefined ? 'key' : 'cert';
    refuse(there, 'a client certificate needs both cert and key', 'Give the other one too.');
  }
  if (cert !== undefined && key !== undefined && !fits(() => createSecureContext({ cert, key })))
    refuse(
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
