import { type Command, Option } from 'commander';
import { collected, list, wholeNumber } from '../shared/parse-option.js';
import type { ServeFlags } from './flags.js';

const help = `
The sandbox listens on this machine alone, unless --host says otherwise, and runs until Ctrl-C. A client that
--client registers has the client secret of \`client\` in the config that is written.

Examples:
  $ snap-conformance serve --profile doku --port 8080
  $ snap-conformance serve --profile doku --role merchant
  $ snap-conformance serve --explain --explain-header
  $ snap-conformance serve --client my-client=my-public.pem --transaction /v1.0/transfer-va/create-va=27
  $ snap-conformance serve --list-faults
  $ snap-conformance serve --fault takes-epoch --keys sandbox-keys
`;

/** Adds `serve`: the sandbox as a server. */
export function addServe(program: Command): void {
  program
    .command('serve')
    .description(
      'start the sandbox: a provider or a merchant that conforms, or deviates by named faults',
    )
    .option('--profile <name>', 'the rules it follows: a shipped profile, or a path', 'snap-bi')
    .addOption(
      new Option(
        '--role <role>',
        "whom it plays: a provider, or a merchant that providers call (default: the profile's role)",
      ).choices(['provider', 'merchant']),
    )
    .option(
      '--port <n>',
      'where it listens (default: any free port)',
      wholeNumber('--port', 0, 65535),
    )
    .option('--host <address>', 'listen at this address of the machine (default: 127.0.0.1)')
    .option(
      '--client <id=file>',
      'register your own client by its public key, PEM; may be repeated',
      collected,
    )
    .option(
      '--transaction <path=code>',
      'offer this service, too, by its service code; "GET /path=35" for another method than POST; may be repeated',
      collected,
    )
    .option('--fault <name>', 'switch a fault on; may be repeated', list)
    .option('--variation <name>', 'switch a harmless variation on; may be repeated', list)
    .option('--keys <dir>', 'folder for keys and config, used again if there (default: temporary)')
    .option('--explain', 'print a line for each request: its answer and, if it was refused, why')
    .option('--explain-header', 'say why in the header X-SNAP-EXPLANATION of a refusal')
    .option('--list-faults', 'print all faults, and what each trips')
    .addHelpText('after', help)
    .action(async (flags: ServeFlags) => {
      const { serve } = await import('./serve-sandbox.js');
      await serve(flags);
    });
}
