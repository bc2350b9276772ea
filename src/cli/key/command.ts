import type { Command } from 'commander';
import { addPassphraseFlags } from '../shared/passphrase.js';
import type { KeyFlags } from './flags.js';

const help = `
Reads PEM of any kind, also if it was bent on its way (one line, \\n as text, quotes, indentation, no BEGIN line),
DER, JWK, .NET XML, Base64 of one of these, and UTF-16. For a keystore (PKCS#12, JKS), an encrypted key and one of
OpenSSH it prints the commands that open it. No part of a key is ever printed.

Examples:
  $ snap-conformance key secret-of-ci.txt
  $ snap-conformance key secret-of-ci.txt --out client.pem
  $ snap-conformance key client.pem --public --out client-public.pem
  $ snap-conformance key encrypted.pem --passphrase-env KEY_PASSPHRASE --out client.pem

Exit status: 0 SNAP can use the key, 1 it can't, 2 what was given can't be read or written.
`;

/** Adds `key`: says what a key file holds, and writes it as PEM. */
export function addKey(program: Command): void {
  const command = program
    .command('key')
    .argument('<file>', 'a key or a certificate')
    .description('say what a key file holds and what is wrong with it; write it as clean PEM')
    .option('--out <file>', 'write it there as PEM: PKCS#8 if it is private, else SPKI')
    .option(
      '--public',
      'write the public key of a private one, to be registered with the provider',
    );
  addPassphraseFlags(command)
    .option('--json', 'print JSON')
    .addHelpText('after', help)
    .action(async (file: string, flags: KeyFlags) => {
      const { tellKey } = await import('./tell-key.js');
      process.exitCode = tellKey(file, flags);
    });
}
