import type { Command } from 'commander';
import { addRulesFlags } from '../shared/rules-flags.js';
import { addTransactionFlags } from '../shared/transaction-flags.js';
import type { VerifyTokenFlags, VerifyTransactionFlags } from './flags.js';

const exit = `
Exit status: 0 it holds, 1 it doesn't, 2 what was given can't be used.
`;

const tokenHelp = `
Give the headers as they were sent. If the signature doesn't hold, the known mistakes are tried, alone and
together: other strings, hashes, encodings, reformatted timestamps, damage on the way.

Examples:
  $ snap-conformance verify token --public-key client-public.pem --client-id my-client \\
      --timestamp 2024-03-19T11:46:16+07:00 --signature "$SIGNATURE"
${exit}`;

const transactionHelp = `
Give the request as it was sent. The scheme of the profile decides whether --client-secret-… or --public-key
verifies. If the signature doesn't hold, the known mistakes are tried, alone and together.

Examples:
  $ snap-conformance verify transaction --client-secret-env SNAP_CLIENT_SECRET \\
      --access-token-env SNAP_ACCESS_TOKEN --method POST --path /v1.0/balance-inquiry --body body.json \\
      --timestamp 2024-03-19T11:46:16+07:00 --signature "$SIGNATURE"
${exit}`;

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
      .requiredOption('--public-key <file>', "the client's public key or certificate, PEM")
      .requiredOption('--client-id <id>', 'X-CLIENT-KEY as sent')
      .requiredOption('--timestamp <text>', 'X-TIMESTAMP as sent')
      .requiredOption('--signature <text>', 'X-SIGNATURE as sent'),
  )
    .option('--json', 'print JSON')
    .addHelpText('after', tokenHelp)
    .action(async (flags: VerifyTokenFlags) => {
      const { checkToken } = await import('./verify-signatures.js');
      process.exitCode = await checkToken(flags);
    });
  addTransactionFlags(
    verify.command('transaction').description('the signature of a call of a service'),
  )
    .option('--public-key <file>', "the client's public key or certificate, PEM")
    .requiredOption('--timestamp <text>', 'X-TIMESTAMP as sent')
    .requiredOption('--signature <text>', 'X-SIGNATURE as sent')
    .option('--base-url <url>', 'tries the whole URL, too, as what was signed')
    .option('--json', 'print JSON')
    .addHelpText('after', transactionHelp)
    .action(async (flags: VerifyTransactionFlags) => {
      const { checkTransaction } = await import('./verify-signatures.js');
      process.exitCode = await checkTransaction(flags);
    });
}
