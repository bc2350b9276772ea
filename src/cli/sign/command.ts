import { type Command, Option } from 'commander';
import { addRequestFlags } from '../shared/given/request-flags.js';
import { addTransactionFlags } from '../shared/given/transaction-flags.js';
import { collected } from '../shared/parse-option.js';
import { addPassphraseFlags } from '../shared/passphrase.js';
import { addRulesFlags } from '../shared/rules-flags.js';
import {
  type SignRequestFlags,
  type SignTokenFlags,
  type SignTransactionFlags,
  signedFormats,
} from './flags.js';

const help = `
With --request, the headers show which of the two it is: a token request has X-CLIENT-KEY and no Authorization.
Time, signature and X-EXTERNAL-ID are renewed; what an option gives is taken in place of what the request holds.

Examples:
  $ snap-conformance sign --request curl.txt --private-key client.pem --format curl
  $ pbpaste | snap-conformance sign --request - --client-secret-env SNAP_CLIENT_SECRET --format http
  $ snap-conformance sign token --help
  $ snap-conformance sign transaction --help
`;

const tokenHelp = `
Sends nothing. Prints the headers; or with --base-url what asks for a token: a curl command, an HTTP request, a
Postman collection; or JSON, with the text that was signed. docs/sign.md has the formats.

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
shell remembers what is typed. None is printed: in a curl command the shell puts in the access token, elsewhere
{{accessToken}} stands for it. docs/sign.md has the formats.

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
    .description(
      'sign a token request or a transaction: headers, a command, HTTP, a collection or JSON',
    );
  addPrinting(addTransactionFlags(sign))
    .option('--client-id <id>', 'the client id, sent as X-CLIENT-KEY')
    .addHelpText('after', help)
    .action(async (flags: SignRequestFlags) => {
      if (flags.request === undefined) sign.help({ error: true });
      const { signRequest } = await import('./sign-requests.js');
      process.stdout.write(await signRequest(flags));
    });
  addPrinting(
    addRulesFlags(
      addRequestFlags(sign.command('token').description('sign a request to the token service B2B')),
    ),
  )
    .option('--client-id <id>', 'the client id, sent as X-CLIENT-KEY')
    .addHelpText('after', tokenHelp)
    .action(async (flags: SignTokenFlags) => {
      const { signToken } = await import('./sign-requests.js');
      process.stdout.write(await signToken(flags));
    });
  addPrinting(
    addTransactionFlags(
      sign.command('transaction').description('sign a call of a service, with the access token'),
    ),
  )
    .addHelpText('after', transactionHelp)
    .action(async (flags: SignTransactionFlags) => {
      const { signTransaction } = await import('./sign-requests.js');
      process.stdout.write(await signTransaction(flags));
    });
}

function addPrinting(command: Command): Command {
  return addPassphraseFlags(
    command.option(
      '--private-key <file>',
      "the client's private key, PEM, unless the scheme is symmetric",
    ),
  )
    .option('--timestamp <text>', 'X-TIMESTAMP as it is to be sent (default: now)')
    .option(
      '--header <text>',
      'a further header, "CHANNEL-ID: 95221"; may be given more than once',
      collected,
    )
    .option('--base-url <url>', 'the address, for all that is sent as it is printed')
    .addOption(
      new Option('--format <format>', 'what is printed').choices(signedFormats).default('headers'),
    );
}
