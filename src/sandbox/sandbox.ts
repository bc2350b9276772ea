import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Profile } from '../../schemas/resolved.js';
import type { Answer } from './answers/answer.js';
import { type Received, receive } from './answers/received.js';
import { refuse } from './answers/refuse.js';
import { writeAnswer } from './answers/write-answer.js';
import { byName } from './by-name.js';
import type { AnyFault, Fault } from './faults/fault.js';
import { faults } from './faults/index.js';
import { lapses } from './lapses.js';
import { type CertifiedKey, createServers, type TlsDeviation } from './servers.js';
import { answerUtility, conformingUtility, utilityAt } from './signature-utility/service.js';
import { answerToken, conformingPolicy } from './token-b2b/service.js';
import {
  answerCode,
  answerCustomerToken,
  codePath,
  conformingCustomers,
} from './token-b2b2c/service.js';
import { register, type SandboxClient } from './tokens/client.js';
import { issuingKeys } from './tokens/issue.js';
import { IssuedTokens } from './tokens/issued-tokens.js';
import type { SandboxCall } from './transaction/policy.js';
import { answerTransaction, conformingTransactions } from './transaction/service.js';
import { usualCall } from './transaction/usual-transaction.js';
import { variations } from './variations/index.js';

export type { SandboxClient } from './tokens/client.js';
export { usualCall } from './transaction/usual-transaction.js';

export interface SandboxOptions {
  profile: Pick<Profile, 'name' | 'services'>;
  /** The registered clients. Faults about two clients take the first for the target's own. */
  clients: readonly SandboxClient[];
  /** Names of faults to switch on. */
  faults?: readonly string[];
  /** Names of benign variations to switch on. */
  variations?: readonly string[];
  /** The service to call with its tokens; default {@link usualCall}. */
  call?: SandboxCall | undefined;
  /** Path that comes before that of each service: `/snap`; default none. Signatures cover it. */
  prefix?: string | undefined;
  /** Names of lapses to switch on. */
  lapses?: readonly string[];
  /** Makes it speak HTTPS. */
  tls?: CertifiedKey;
  /** Default 0: any free one. */
  port?: number;
  /** Default 127.0.0.1. */
  host?: string;
}

/** A server that runs. */
export interface Sandbox {
  /** Base URL without a path. */
  url: string;
  port: number;
  /** Requests received so far. */
  readonly requests: number;
  /** Authorization codes given so far, expired ones aside. */
  readonly codes: number;
  /** Stops it and cuts every connection, idle or not. */
  close(): Promise<void>;
}

/**
 * Starts a provider that keeps to a profile, but for the faults that are switched on.
 *
 * @throws RangeError for an unknown fault or variation, and for a fault that needs the private keys
 * of clients that have none
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const clients = register(options.clients);
  const settings = options.profile.services['token-b2b'];
  const chosen = byName('fault', faults, options.faults ?? []);
  for (const { name, needsPrivateKeys } of chosen) {
    if (needsPrivateKeys && [...clients.values()].some(({ privateKey }) => !privateKey)) {
      throw new RangeError(`the fault "${name}" needs the private keys of the clients`);
    }
  }
  // Made here, so that it isn't the first grant that waits for it.
  if (settings.success.tokenKind === 'jwt') await issuingKeys();
  const chosenVariations = byName('variation', variations, options.variations ?? []);
  const policy = [
    ...chosen.filter(isTokenFault),
    ...chosenVariations.map(({ apply = unchanged, applyToTokens = apply }) => ({
      apply: applyToTokens,
    })),
    ...byName('lapse', lapses, options.lapses ?? []),
  ].reduce((changed, { apply }) => apply(changed), conformingPolicy(settings));
  const call = options.call ?? usualCall;
  const transactions = [
    ...chosen.filter((fault) => fault.service === 'transaction'),
    ...chosenVariations.map(({ apply = unchanged }) => ({ apply })),
  ].reduce(
    (changed, { apply }) => apply(changed),
    conformingTransactions(options.profile.services.transaction, call),
  );
  const utility = chosen
    .filter((fault) => fault.service === 'signature-utility')
    .reduce(
      (changed, { apply }) => apply(changed),
      conformingUtility(options.profile.services['signature-utility']),
    );
  const customers = [
    ...chosen.filter((fault) => fault.service === 'token-b2b2c'),
    ...chosenVariations.map(({ apply = unchanged, applyToCustomers = apply }) => ({
      apply: applyToCustomers,
    })),
  ].reduce(
    (changed, { apply }) => apply(changed),
    conformingCustomers(options.profile.services['token-b2b2c']),
  );
  const tokens = new IssuedTokens();
  const customerTokens = new IssuedTokens();

  const prefix = options.prefix ?? '';

  function answerTo(whole: Received): Promise<Answer> | Answer {
    const { path } = whole;
    const received = { ...whole, path: path.startsWith(prefix) ? path.slice(prefix.length) : '' };
    const name = utilityAt(utility.settings, received.path);
    if (name) return answerUtility(utility, name, received);
    if (transactions.settings.offered && received.path === call.path)
      return answerTransaction(transactions, clients, { tokens, customerTokens }, received);
    switch (received.path) {
      case customers.settings.path:
        return answerCustomerToken(customers, clients, customerTokens, received);
      case codePath:
        return answerCode(customers, clients, received);
      default:
        return answerToken(policy, clients, tokens, received);
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await receive(request);
    const answer = await new Promise<Answer>((resolve) => resolve(answerTo(received))).catch(() =>
      refuse(settings, { faultClass: 'internal' }, Date.now()),
    );
    const transport = received.unfinished
      ? { ...answer.transport, close: true as const }
      : answer.transport;
    await writeAnswer(response, { ...answer, transport });
  }

  /** Answers over the bare socket what node doesn't take for a request, and closes. */
  function answerRaw(socket: Duplex, faultClass: 'malformed-body' | 'method'): void {
    if (!socket.writable) return;
    const { status, headers, body, serialise } = refuse(settings, { faultClass }, Date.now());
    const text = serialise(body);
    const lines = Object.entries({
      ...headers,
      'Content-Length': String(Buffer.byteLength(text)),
      Connection: 'close',
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('')}\r\n${text}`);
  }

  let requests = 0;
  const onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    // A customer who consents is no request to the provider's services.
    if (!request.url?.startsWith(codePath)) requests += 1;
    // What still fails is a client that broke off: nobody is left to answer.
    handle(request, response).catch(() => request.socket.destroy());
  };
  const { listening, http } = createServers(options.tls, deviationOf(chosen));
  for (const server of http) {
    server.on('request', onRequest);
    // An expectation that isn't known is ignored rather than answered without a SNAP body.
    server.on('checkExpectation', onRequest);
    server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      // Without a handshake there is nothing to answer over.
      if (/^ERR_(?:SSL|TLS)_/.test(error.code ?? '')) socket.destroy();
      else answerRaw(socket, 'malformed-body');
    });
    server.on('connect', (_request, socket: Duplex) => answerRaw(socket, 'method'));
  }

  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    listening.once('error', reject);
    listening.listen(options.port ?? 0, host, resolve);
  });
  const { port } = listening.address() as AddressInfo;
  return {
    url: `${options.tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    get requests() {
      return requests;
    },
    get codes() {
      return customers.store.codesIssued;
    },
    close: () =>
      new Promise((resolve) => {
        listening.close(() => resolve());
        for (const server of http) server.closeAllConnections();
      }),
  };
}

function unchanged<P>(policy: P): P {
  return policy;
}

function isTokenFault(fault: AnyFault): fault is Fault {
  return fault.service === undefined || fault.service === 'token-b2b';
}

/** All that the faults get wrong below HTTP. */
function deviationOf(chosen: readonly AnyFault[]): TlsDeviation {
  return Object.assign({}, ...chosen.map(({ tls }) => tls));
}
