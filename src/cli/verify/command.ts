import type { Command } from 'commander';
import { addRequestFlags } from '../shared/given/request-flags.js';
import { addTransactionFlags } from '../shared/given/transaction-flags.js';
import { langOption } from '../shared/lang-option.js';
import { collected } from '../shared/parse-option.js';
import { addRulesFlags } from '../shared/rules-flags.js';
import type { VerifyTokenFlags, VerifyTransactionFlags } from './flags.js';

const exit = `
Exit status: 0 it holds, 1 it doesn't, 2 what was given can't be used.
`;

const help = `
With --request, the headers show which of the two it is: a token request has X-CLIENT-KEY and no Authorization.
What an option gives is taken in place of what the request holds.

Examples:
  $ snap-conformance verify --request curl.txt --public-key client-public.pem
  $ pbpaste | snap-conformance verify --request - --client-secret-env SNAP_CLIENT_SECRET
  $ snap-conformance verify token --help
  $ snap-conformance verify transaction --help
${exit}`;

const tokenHelp = `
Give the headers as they were sent. If the signature doesn't hold, the known mistakes are tried, alone and
together: other strings, hashes, encodings, reformatted timestamps, damage on the way. docs/verify.md says what
is found, and how to read it.

Examples:
  $ snap-conformance verify token --public-key client-public.pem --request curl.txt
  $ snap-conformance verify token --public-key client-public.pem --client-id my-client \\
      --timestamp 2024-03-19T11:46:16+07:00 --signature "$SIGNATURE"
${exit}`;

const transactionHelp = `
Give the request as it was sent. The scheme of the profile decides whether --client-secret-… or --public-key
verifies; what else is given is tried as a mistake. If the signature doesn't hold, the known mistakes are tried,
alone and together. docs/verify.md says what is found, and how to read it.

Examples:
  $ snap-conformance verify transaction --client-secret-env SNAP_CLIENT_SECRET --request recorded.har --entry 3
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
    .description('say whether a signature holds, and if not, which known mistake explains it');
  addTransaction(verify)
    .addHelpText('after', help)
    .action(async (flags: VerifyTransactionFlags) => {
      if (flags.request === undefined) verify.help({ error: true });
      const { checkRequest } = await import('./verify-signatures.js');
      process.exitCode = await checkRequest(flags);
    });
  const token = addRequestFlags(
    verify.command('token').description('the signature of a request to the token service B2B'),
  );
  addSent(addRulesFlags(token))
    .option('--client-id <id>', 'X-CLIENT-KEY as sent')
    .option(
      '--body <file>',
      'the body as sent, which some sign; - reads it from the standard input',
    )
    .option(
      '--client-secret-env <name>',
      'environment variable with the client secret, which some sign with',
    )
    .option('--client-secret-file <file>', 'file that holds it')
    .addHelpText('after', tokenHelp)
    .action(async (flags: VerifyTokenFlags) => {
      const { checkToken } = await import('./verify-signatures.js');
      process.exitCode = await checkToken(flags);
    });
  addTransaction(verify.command('transaction').description('the signature of a call of a service'))
    .addHelpText('after', transactionHelp)
    .action(async (flags: VerifyTransactionFlags) => {
      const { checkTransaction } = await import('./verify-signatures.js');
      process.exitCode = await checkTransaction(flags);
    });
}

function addTransaction(command: Command): Command {
  return addSent(addTransactionFlags(command))
    .option('--client-id <id>', 'X-CLIENT-KEY as sent; tries it, too, as what was signed')
    .option('--base-url <url>', 'tries the whole URL, too, as what was signed');
}

/** The options that both services have. */
function addSent(command: Command): Command {
  return command
    .option('--public-key <file>', publicKey, collected)
    .option('--timestamp <text>', 'X-TIMESTAMP as sent')
    .option('--signature <text>', 'X-SIGNATURE as sent')
    .option('--deep', deep)
    .option('--json', 'print JSON')
    .addOption(langOption());
}
