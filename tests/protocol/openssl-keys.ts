import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

function openssl(args: string[], input = ''): string {
  return execFileSync('openssl', args, { input, stdio: 'pipe' }).toString();
}

/** `openssl req` reads its key from a file only. */
function issued(key: string, ...options: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'snap-keys-'));
  try {
    const file = join(folder, 'key.pem');
    writeFileSync(file, key);
    return openssl(['req', '-new', '-key', file, '-subj', '/CN=snap-conformance', ...options]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Keys as the openssl command writes them, all of one RSA key but for those it must not be. */
export interface OpensslKeys {
  pkcs8: string;
  pkcs1: string;
  spki: string;
  pkcs1Public: string;
  certificate: string;
  encryptedPkcs8: string;
  encryptedPkcs1: string;
  ec: string;
  ecPublic: string;
  ed25519: string;
  rsaPss: string;
  short: string;
  shortPublic: string;
  request: string;
}

export function opensslKeys(): OpensslKeys {
  const rsa = (bits: number) => ['-algorithm', 'RSA', '-pkeyopt', `rsa_keygen_bits:${bits}`];
  const pkcs8 = openssl(['genpkey', ...rsa(2048)]);
  const short = openssl(['genpkey', ...rsa(1024)]);
  const ec = openssl(['ecparam', '-genkey', '-name', 'prime256v1']);
  return {
    pkcs8,
    pkcs1: openssl(['rsa', '-traditional'], pkcs8),
    spki: openssl(['pkey', '-pubout'], pkcs8),
    pkcs1Public: openssl(['rsa', '-RSAPublicKey_out'], pkcs8),
    certificate: issued(pkcs8, '-x509'),
    encryptedPkcs8: openssl(['pkcs8', '-topk8', '-passout', 'pass:secret'], pkcs8),
    encryptedPkcs1: openssl(['rsa', '-traditional', '-aes256', '-passout', 'pass:secret'], pkcs8),
    ec,
    ecPublic: openssl(['pkey', '-pubout'], ec),
    ed25519: openssl(['genpkey', '-algorithm', 'ED25519']),
    rsaPss: openssl(['genpkey', '-algorithm', 'RSA-PSS', '-pkeyopt', 'rsa_keygen_bits:2048']),
    short,
    shortPublic: openssl(['pkey', '-pubout'], short),
    request: issued(pkcs8),
  };
}
