import { type Command, Option } from 'commander';
import { addRulesFlags } from '../shared/rules-flags.js';
import { addTransactionFlags } from '../shared/transaction-flags.js';
import type { SignTokenFlags, SignTransactionFlags } from './flags.js';

const tokenHelp = `
Sends nothing. Prints the headers; or with --format curl and --base-url a command that asks for a token;
or JSON, with the text that was signed.

Examples:
  $ snap-conformance sign token --private-key client.pem --client-id my-client
  $ snap-conformance sign token --private-key client.pem --client-id my-client \\
      --format curl --base-url https://sandbox.example
  $ snap-conformance sign token --private-key client.pem --client-id my-client \\
      --config snap.config.yaml --target my-sandbox
`;

const transactionHelp = `
Sends nothing. Signs by the scheme of the profile: with the client secret if it is symmetric, with
--private-key if it is asymmetric. Secrets and tokens are read from the environment or from files, because a
shell remembers what is typed. None is printed: in a curl command the shell puts in the access token.

Examples:
  $ snap-conformance sign transaction --client-secret-env SNAP_CLIENT_SECRET \\
      --access-token-env SNAP_ACCESS_TOKEN --method POST --path /v1.0/balance-inquiry --body body.json
  $ snap-conformance sign transaction --private-key client.pem --profile dana \\
      --method POST --path /v1.0/debit/status.htm --body - --format json
`;

/** Adds `sign`: makes the signature of a request, and sends nothing. */
export function addSign(program: Command): void {
  const sign = program
    .command('sign')
    .description('sign a token request or a transaction: headers, a curl command or JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ snap-conformance sign token --help\n  $ snap-conformance sign transaction --help\n',
    );
  addPrinting(
    addRulesFlags(
      sign
        .command('token')
        .description('sign a request to the token service B2B')
        .requiredOption('--private-key <file>', "the client's private key, PEM")
        .requiredOption('--client-id <id>', 'the client id, sent as X-CLIENT-KEY'),
    ),
  )
    .addHelpText('after', tokenHelp)
    .action(async (flags: SignTokenFlags) => {
      const { signToken } = await import('./sign-requests.js');
      console.log(await signToken(flags));
    });
  addPrinting(
    addTransactionFlags(
      sign.command('transaction').description('sign a call of a service, with the access token'),
    ).option('--private-key <file>', "the client's private key, PEM, for asymmetric schemes"),
  )
    .addHelpText('after', transactionHelp)
    .action(async (flags: SignTransactionFlags) => {
      const { signTransaction } = await import('./sign-requests.js');
      console.log(await signTransaction(flags));
    });
}

function addPrinting(command: Command): Command {
  return command
    .option('--timestamp <text>', 'X-TIMESTAMP as it is to be sent (default: now)')
    .option('--base-url <url>', 'for a curl command: the address')
    .addOption(
      new Option('--format <format>', 'what is printed')
        .choices(['headers', 'curl', 'json'])
        .default('headers'),
    );
}
