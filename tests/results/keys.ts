import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How openssl makes each kind of key that attestations are signed with. */
export const algorithms = {
  RSA: ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'],
  'EC P-256': ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  Ed25519: ['-algorithm', 'ED25519'],
} as const;

export type Algorithm = keyof typeof algorithms;

/** A key pair as PEM, made by openssl. */
export function keyPair(options: readonly string[]): { privateKey: string; publicKey: string } {
  const folder = mkdtempSync(join(tmpdir(), 'snap-keys-'));
  try {
    const [secret, open] = [join(folder, 'key.pem'), join(folder, 'key.pub')];
    const quiet = { stdio: 'ignore' } as const;
    execFileSync('openssl', ['genpkey', ...options, '-out', secret], quiet);
    execFileSync('openssl', ['pkey', '-in', secret, '-pubout', '-out', open], quiet);
    return { privateKey: readFileSync(secret, 'utf8'), publicKey: readFileSync(open, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
