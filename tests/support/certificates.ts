import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate and its key, as PEM. */
export interface CertifiedKey {
  cert: string;
  key: string;
}

/** An authority that certifies keys for tests, by the openssl command. */
export interface Authority extends CertifiedKey {
  /** Certifies a new key for a server on loopback, unless the extensions say otherwise. */
  certify(name: string, extensions?: string): CertifiedKey;
}

/** Makes an authority of its own. */
export function createAuthority(name: string): Authority {
  const keyOptions = ['-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem'];
  const own = inFolder((openssl, read) => {
    openssl(
      'req',
      '-x509',
      ...keyOptions,
      '-out',
      'cert.pem',
      '-days',
      '2',
      '-subj',
      `/CN=${name}`,
    );
    return { cert: read('cert.pem'), key: read('key.pem') };
  });
  return {
    ...own,
    certify: (subject, extensions = 'subjectAltName=IP:127.0.0.1') =>
      inFolder((openssl, read, write) => {
        write('ca.pem', own.cert);
        write('ca-key.pem', own.key);
        write('extensions', extensions);
        openssl('req', ...keyOptions, '-out', 'request.pem', '-subj', `/CN=${subject}`);
        const authority = ['-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-CAcreateserial'];
        const extra = ['-days', '1', '-extfile', 'extensions'];
        openssl('x509', '-req', '-in', 'request.pem', ...authority, ...extra, '-out', 'cert.pem');
        return { cert: read('cert.pem'), key: read('key.pem') };
      }),
  };
}

function inFolder<T>(
  work: (
    openssl: (...words: string[]) => void,
    read: (file: string) => string,
    write: (file: string, text: string) => void,
  ) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'snap-certificates-'));
  try {
    return work(
      (...words) => void execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' }),
      (file) => readFileSync(join(folder, file), 'utf8'),
      (file, text) => writeFileSync(join(folder, file), text),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
