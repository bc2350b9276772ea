import { resolve } from 'node:path';
import { type ConfiguredSandbox, startConfiguredSandbox } from '../../api/configured-sandbox.js';
import { requireHttpFaults } from '../../api/require-http-faults.js';
import { callsOf } from '../../engine/config/calls-of.js';
import { shellWords } from '../../engine/input/text.js';
import type { AnyFault } from '../../sandbox/faults/index.js';
import type { SandboxClient } from '../../sandbox/tokens/client.js';
import { faultList, faultsNamed, requireVariations } from '../shared/fault-names.js';
import { listenForStop } from '../shared/stop-signal.js';
import { explainingListener } from './explain/explaining-listener.js';
import type { ServeFlags } from './flags.js';
import { ownCalls, ownClients } from './own-entries.js';
import { openServeFolder, type ServeFolder } from './serve-folder.js';

/**
 * Serves a sandbox until a signal ends it.
 *
 * @throws InputProblem for an unknown name, a fault that needs HTTPS, a port or a folder that can't be used.
 */
export async function serve(flags: ServeFlags): Promise<void> {
  if (flags.listFaults) {
    console.log(faultList());
    return;
  }
  const { fault = [], variation = [] } = flags;
  const faults = faultsNamed(fault);
  requireHttpFaults(faults);
  requireVariations(variation);
  const stopped = new Promise<void>((stop) => void listenForStop(stop));
  const folder = await openServeFolder(flags.keys);
  try {
    const moreClients = ownClients(flags.client ?? [], folder.clients, faults);
    const started = await startConfiguredSandbox({
      name: 'sandbox',
      // The config will be read from another folder.
      profile: /[./\\]/.test(flags.profile) ? resolve(flags.profile) : flags.profile,
      clients: folder.clients,
      ...(flags.role && { role: flags.role }),
      faults,
      variations: variation,
      ...(flags.port !== undefined && { port: flags.port }),
      ...(flags.host !== undefined && { host: flags.host }),
      moreClients,
      moreCalls: ownCalls(flags.transaction ?? []),
      ...((flags.explain || flags.explainHeader) && {
        listener: (rules) =>
          explainingListener(
            {
              clients: folder.clients,
              deviations: [...fault, ...variation],
              header: flags.explainHeader ?? false,
              ...(flags.explain && { print: console.log }),
            },
            rules,
          ),
      }),
    });
    try {
      folder.write(started.target);
      console.log(welcome(started, folder, moreClients, faults, variation));
      await stopped;
    } finally {
      await started.sandbox.close();
    }
    console.log(`Stopped after ${started.sandbox.requests} requests.`);
  } finally {
    folder.remove();
  }
}

/** Where a customer's authorization codes come from, if the config asks for them. */
function codeLines({ customer, baseUrl }: ConfiguredSandbox['target']): string[] {
  const source = customer?.authCodes;
  return source && 'url' in source
    ? [
        `  codes          POST ${source.url}`,
        `                 for the token service B2B2C of ${baseUrl}`,
      ]
    : [];
}

function welcome(
  { sandbox, profile, target }: ConfiguredSandbox,
  { clients, files }: ServeFolder,
  moreClients: readonly SandboxClient[],
  faults: readonly AnyFault[],
  variations: readonly string[],
): string {
  const elsewhere = faults.filter((fault) => (fault.profile ?? profile.name) !== profile.name);
  const [call, ...moreCalls] = callsOf(target).map(({ transaction }) => transaction);
  const { method = '', path = '', serviceCode = '' } = call ?? {};
  const utility = profile.services['signature-utility'];
  const host = profile.role === 'merchant' ? 'The sandbox of a merchant of' : 'The sandbox of';
  return [
    `${host} ${profile.name} listens at ${sandbox.url}`,
    `  token service  POST ${sandbox.url}${profile.services['token-b2b'].path}`,
    `  ${profile.role === 'merchant' ? 'notification ' : 'transaction  '}  ${method} ${sandbox.url}${path} (service ${serviceCode})`,
    ...(utility.offered
      ? [utility.authPath, utility.servicePath].map(
          (at) => `  utility        POST ${sandbox.url}${at}`,
        )
      : []),
    ...codeLines(target),
    ...moreCalls.map(
      (call) =>
        `  transaction    ${call.method} ${target.baseUrl}${call.path} (service ${call.serviceCode})`,
    ),
    `  client         ${clients.client.clientId}`,
    `    private key  ${files.client}`,
    `  otherClient    ${clients.otherClient.clientId}`,
    `    private key  ${files.otherClient}`,
    ...moreClients.map(
      ({ clientId }) => `  client         ${clientId} (with the client secret of the first)`,
    ),
    `  config         ${files.config}`,
    '                 (holds the client secrets)',
    ...faults.flatMap(({ name, title, trips }) => [
      `  fault          ${name}: ${title}`,
      `    trips        ${trips.join(', ')}`,
    ]),
    ...variations.map((name) => `  variation      ${name}`),
    ...elsewhere.map(
      ({ name, profile: shownOn }) =>
        `  note: the fault ${name} shows only with --profile ${shownOn}`,
    ),
    '',
    'Test it from another terminal:',
    `  ${shellWords(['snap-conformance', 'run', '--config', files.config])}`,
    '',
    'Ctrl-C stops it.',
  ].join('\n');
}
