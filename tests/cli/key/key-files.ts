import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../src/engine/input/package-root.js';

/** The bytes of a file that other programs wrote. All hold one RSA key, or what is public of it. */
export function keyFile(name: string): Buffer {
  return readFileSync(join(packageRoot, 'tests/cli/key/files', name));
}

/** What each private key file is, and what has to be put right to read it. */
export const privateFiles: readonly [name: string, format: string, mended: readonly string[]][] = [
  ['bare1.txt', 'PKCS#1 in Base64 without', ['the BEGIN and END lines were missing']],
  ['bare8.txt', 'PKCS#8 in Base64 without', ['the BEGIN and END lines were missing']],
  ['blank.pem', 'PKCS#8 in PEM', ['blank lines stood within the PEM']],
  ['cr.pem', 'PKCS#8 in PEM', ['the lines ended with a carriage return alone']],
  ['esc.pem', 'PKCS#8 in PEM', ['the line breaks were written as \\n']],
  ['esc2.pem', 'PKCS#8 in PEM', ['the line breaks were written as \\n']],
  ['escr.pem', 'PKCS#8 in PEM', ['the line breaks were written as \\n']],
  ['indent.pem', 'PKCS#8 in PEM', ['the lines of the PEM were indented']],
  ['nobreak.pem', 'PKCS#1 in PEM', ['the PEM stood on one line']],
  ['quoted.pem', 'PKCS#8 in PEM', ['quotation marks stood around the key']],
  ['relabel1as8.pem', 'PKCS#1 in PEM', ['the label PRIVATE KEY stood over PKCS#1 data']],
  ['spaces.pem', 'PKCS#8 in PEM', ['the PEM stood on one line']],
  ['b64pem.txt', 'Base64 of PKCS#8 in PEM', ['the whole PEM was in Base64']],
  ['b64pem76.txt', 'Base64 of PKCS#8 in PEM', ['the whole PEM was in Base64']],
  ['pkcs1.der', 'PKCS#1 in DER', ['the key was DER, not PEM']],
  ['pkcs8.der', 'PKCS#8 in DER', ['the key was DER, not PEM']],
  ['jwk.json', 'JWK', ['the key was a JWK, not PEM']],
  ['dotnet.xml', '.NET XML (RSAKeyValue)', ['the key was .NET XML (RSAKeyValue), not PEM']],
  ['bom.pem', 'PKCS#8 in PEM', ['a byte order mark stood before the key']],
  ['utf16.pem', 'PKCS#8 in PEM', ['the text was UTF-16, as PowerShell writes it']],
];

/** The key of all the files. */
export const theKey = createPrivateKey({
  key: keyFile('pkcs8.der'),
  format: 'der',
  type: 'pkcs8',
});

/** Pieces of the private numbers of the key, in each writing in which they could be printed. */
export function tracesOfKey(): string[] {
  const jwk = theKey.export({ format: 'jwk' });
  const numbers = [jwk.d, jwk.p, jwk.q, jwk.dp, jwk.dq, jwk.qi].map((text) =>
    Buffer.from(text ?? '', 'base64url'),
  );
  // Base64 has three alignments; what comes before is the public modulus.
  const whole = theKey.export({ type: 'pkcs8', format: 'der' });
  const ders = [321, 322, 323].map((start) => whole.subarray(start));
  const pieces = (text: string) => text.match(/.{12}/g) ?? [];
  return [...numbers, ...ders].flatMap((bytes) => [
    ...pieces(bytes.toString('base64')),
    ...pieces(bytes.toString('base64url')),
    ...pieces(bytes.toString('hex')),
  ]);
}
