import type { Command } from 'commander';
import { collected } from '../shared/parse-option.js';
import { addRulesFlags } from '../shared/rules-flags.js';
import { addTransactionFlags } from '../shared/transaction-flags.js';
import type { VerifyTokenFlags, VerifyTransactionFlags } from './flags.js';

const exit = `
Exit status: 0 it holds, 1 it doesn't, 2 what was given can't be used.
`;

const tokenHelp = `
Give the headers as they were sent. If the signature doesn't hold, the known mistakes are tried, alone and
together: other strings, hashes, encodings, reformatted timestamps, damage on the way. docs/verify.md says what
is found, and how to read it.

Examples:
  $ snap-conformance verify token --public-key client-public.pem --client-id my-client \\
      --timestamp 2024-03-19T11:46:16+07:00 --signature "$SIGNATURE"
${exit}`;

const transactionHelp = `
Give the request as it was sent. The scheme of the profile decides whether --client-secret-… or --public-key
verifies; what else is given is tried as a mistake. If the signature doesn't hold, the known mistakes are tried,
alone and together. docs/verify.md says what is found, and how to read it.

Examples:
  $ snap-conformance verify transaction --client-secret-env SNAP_CLIENT_SECRET \\
      --access-token-env SNAP_ACCESS_TOKEN --method POST --path /v1.0/balance-inquiry --body body.json \\
      --timestamp 2024-03-19T11:46:16+07:00 --signature "$SIGNATURE"
${exit}`;

const publicKey =
  "the client's public key or certificate, PEM; given again: others that may have signed";
const deep = 'search on for rare mistakes, and more of them at once: half a minute';

/** Adds `verify`: says whether a signature holds, and which known mistake would explain one that doesn't. */
export function addVerify(program: Command): void {
  const verify = program
    .command('verify')
    .description('say whether a signature holds, and if not, which known mistake explains it')
    .addHelpText(
      'after',
      '\nExamples:\n  $ snap-conformance verify token --help\n  $ snap-conformance verify transaction --help\n',
    );
  addRulesFlags(
    verify
      .command('token')
      .description('the signature of a request to the token service B2B')
      .requiredOption('--public-key <file>', publicKey, collected)
      .requiredOption('--client-id <id>', 'X-CLIENT-KEY as sent')
      .requiredOption('--timestamp <text>', 'X-TIMESTAMP as sent')
      .requiredOption('--signature <text>', 'X-SIGNATURE as sent'),
  )
    .option(
      '--body <file>',
      'the body as sent, which some sign; - reads it from the standard input',
    )
    .option(
      '--client-secret-env <name>',
      'environment variable with the client secret, which some sign with',
    )
    .option('--client-secret-file <file>', 'file that holds it')
    .option('--deep', deep)
    .option('--json', 'print JSON')
    .addHelpText('after', tokenHelp)
    .action(async (flags: VerifyTokenFlags) => {
      const { checkToken } = await import('./verify-signatures.js');
      process.exitCode = await checkToken(flags);
    });
  addTransactionFlags(
    verify.command('transaction').description('the signature of a call of a service'),
  )
    .option('--public-key <file>', publicKey, collected)
    .option('--client-id <id>', 'tries it, too, as what was signed, or signed with')
    .requiredOption('--timestamp <text>', 'X-TIMESTAMP as sent')
    .requiredOption('--signature <text>', 'X-SIGNATURE as sent')
    .option('--base-url <url>', 'tries the whole URL, too, as what was signed')
    .option('--deep', deep)
    .option('--json', 'print JSON')
    .addHelpText('after', transactionHelp)
    .action(async (flags: VerifyTransactionFlags) => {
      const { checkTransaction } = await import('./verify-signatures.js');
      process.exitCode = await checkTransaction(flags);
    });
}
