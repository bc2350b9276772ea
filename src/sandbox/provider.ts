import type { Profile } from '../../schemas/resolved.js';
import { withHeaders } from './answers/change-answer.js';
import type { Answered, AnswerListener } from './answers/decision.js';
import type { Received } from './answers/received.js';
import { refuse } from './answers/refuse.js';
import type { SandboxAnswer } from './answers/sandbox-answer.js';
import { byName } from './by-name.js';
import type { AnyFault } from './faults/fault.js';
import { faults } from './faults/index.js';
import type { TlsDeviation } from './servers.js';
import { answerUtility, conformingUtility, utilityAt } from './signature-utility/service.js';
import type { TokenB2bPolicy } from './token-b2b/policy.js';
import { answerTokenB2b, conformingTokenB2b } from './token-b2b/service.js';
import {
  answerAuthCode,
  answerTokenB2b2c,
  authCodePath,
  conformingTokenB2b2c,
} from './token-b2b2c/service.js';
import { register, type SandboxClient } from './tokens/client.js';
import { issuingKeys } from './tokens/issue.js';
import { IssuedTokens } from './tokens/issued-tokens.js';
import type { SandboxCall, TransactionPolicy } from './transaction/policy.js';
import { answerTransaction, conformingTransactions } from './transaction/service.js';
import { usualCall } from './transaction/usual-transaction.js';
import { variations } from './variations/index.js';

/** What a provider is made of. */
export interface ProviderOptions {
  profile: Pick<Profile, 'name' | 'services'>;
  /** The registered clients. Faults about two clients take the first for the target's own. */
  clients: readonly SandboxClient[];
  /** Names of faults to switch on. */
  faults?: readonly string[];
  /** Names of benign variations to switch on. */
  variations?: readonly string[];
  /** Changes how the service B2B decides and answers, after faults and variations have. */
  changeTokenB2b?: ((policy: TokenB2bPolicy) => TokenB2bPolicy) | undefined;
  /** The service to call with its tokens; default {@link usualCall}. */
  call?: SandboxCall | undefined;
  /** Further ones; each keeps what it has seen to itself. */
  moreCalls?: readonly SandboxCall[] | undefined;
  /** Path that comes before that of each service: `/snap`; default none. Signatures cover it. */
  prefix?: string | undefined;
  /** Told of each answer before it is sent. */
  onAnswer?: AnswerListener | undefined;
}

/** A provider without a server: all that it answers, and how it deviates below HTTP. */
export interface Provider {
  /** The answer to a request; HTTP 500 if the provider itself fails. */
  answer(received: Received): Promise<SandboxAnswer>;
  /** The answer to something that is no request to any service. */
  refuse(faultClass: 'malformed-body' | 'method'): SandboxAnswer;
  tls: TlsDeviation;
  /** Authorization codes given so far, expired ones not counted. */
  codesIssued(): number;
}

/**
 * Makes a provider that keeps to a profile, except for the faults that are switched on.
 *
 * @throws RangeError for an unknown fault or variation, and for a fault that needs the private keys
 * of clients that have none
 */
export async function createProvider(options: ProviderOptions): Promise<Provider> {
  const { services } = options.profile;
  const clients = register(options.clients);
  const prefix = options.prefix ?? '';
  const chosen = chosenFaults(options);
  const varied = byName('variation', variations, options.variations ?? []);
  const settings = services['token-b2b'];
  // Made here, so that the first grant doesn't wait for it.
  if (settings.success.tokenKind === 'jwt') await issuingKeys();

  const tokenB2b = changed(conformingTokenB2b(settings), [
    ...chosen.filter((fault) => fault.service === 'token-b2b'),
    ...varied.map(({ apply = same, applyToTokenB2b = apply }) => ({ apply: applyToTokenB2b })),
    { apply: options.changeTokenB2b ?? same },
  ]);
  const tokenB2b2c = changed(conformingTokenB2b2c(services['token-b2b2c']), [
    ...chosen.filter((fault) => fault.service === 'token-b2b2c'),
    ...varied.map(({ apply = same, applyToTokenB2b2c = apply }) => ({ apply: applyToTokenB2b2c })),
  ]);
  const transactionChanges: { apply(policy: TransactionPolicy): TransactionPolicy }[] = [
    ...chosen.filter((fault) => fault.service === 'transaction'),
    ...varied.map(({ apply = same, applyToTransactions = apply }) => ({
      apply: applyToTransactions,
    })),
  ];
  const transactions = [options.call ?? usualCall, ...(options.moreCalls ?? [])].map((call) =>
    changed<TransactionPolicy>(conformingTransactions(services.transaction, call), [
      ...transactionChanges,
      ...ownFaults(call),
    ]),
  );
  const utility = changed(
    conformingUtility(services),
    chosen.filter((fault) => fault.service === 'signature-utility'),
  );
  const tokens = new IssuedTokens();
  const customerTokens = new IssuedTokens();

  async function decide(whole: Received): Promise<Omit<Answered, 'received'>> {
    const { path } = whole;
    const received = { ...whole, path: path.startsWith(prefix) ? path.slice(prefix.length) : '' };
    const name = utilityAt(utility.settings, received.path);
    if (name)
      return { service: 'signature-utility', ...(await answerUtility(utility, name, received)) };
    const transaction = transactions.find(
      ({ settings, call }) => settings.offered && received.path === call.path,
    );
    if (transaction)
      return {
        service: 'transaction',
        ...answerTransaction(transaction, clients, { tokens, customerTokens }, received),
      };
    switch (received.path) {
      case tokenB2b2c.settings.path:
        return {
          service: 'token-b2b2c',
          ...(await answerTokenB2b2c(tokenB2b2c, clients, customerTokens, received)),
        };
      case authCodePath:
        return { service: 'auth-codes', answer: answerAuthCode(tokenB2b2c, clients, received) };
      default:
        return {
          service: 'token-b2b',
          ...(await answerTokenB2b(tokenB2b, clients, tokens, received)),
        };
    }
  }

  function failed(faultClass: 'internal' | 'malformed-body' | 'method'): Answered {
    const [refusal, now] = [{ faultClass }, Date.now()];
    return {
      service: 'token-b2b',
      answer: refuse(settings, refusal, now),
      refused: { step: 'receive', refusal, now },
    };
  }

  /** The answer with what the listener adds to it. */
  function tell(answered: Answered): SandboxAnswer {
    const { answer } = answered;
    return options.onAnswer ? withHeaders(answer, options.onAnswer(answered)) : answer;
  }

  return {
    answer: async (received) => {
      const decided = await decide(received).catch(() => failed('internal'));
      return tell({ ...decided, received });
    },
    refuse: (faultClass) => tell(failed(faultClass)),
    tls: Object.assign({}, ...chosen.map(({ tls }) => tls)),
    codesIssued: () => tokenB2b2c.store.codesIssued,
  };
}

function chosenFaults({ clients, faults: names = [] }: ProviderOptions): AnyFault[] {
  const chosen = byName('fault', faults, names);
  const withoutKey = clients.some(({ privateKey }) => !privateKey);
  const unfit = chosen.find(({ needsPrivateKeys }) => needsPrivateKeys && withoutKey);
  if (unfit)
    throw new RangeError(`the fault "${unfit.name}" needs the private keys of the clients`);
  return chosen;
}

/** The faults of one service alone. */
function ownFaults({ faults: names = [] }: SandboxCall) {
  return byName('fault', faults, names).filter((fault) => fault.service === 'transaction');
}

/** A policy after each of the changes, in their order. */
function changed<P>(conforming: P, changes: readonly { apply(policy: P): P }[]): P {
  return changes.reduce((policy, { apply }) => apply(policy), conforming);
}

function same<P>(policy: P): P {
  return policy;
}
