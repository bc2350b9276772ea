import type { TransactionConfig } from '../../../schemas/generated/config.js';
import type { Transaction } from '../../../schemas/resolved.js';
import { say } from '../../messages/message.js';
import { schemes } from '../../protocol/scheme.js';
import { formatTimestamp } from '../../protocol/timestamp.js';
import { notOffered } from '../catalogue/not-offered.js';
import type { WireHeaders } from '../http/wire.js';
import type { TargetPlan } from '../plan/plan.js';
import { transactionCandidates } from '../request/candidates/transaction-candidates.js';
import type { Mutation } from '../request/draft.js';
import { lengthOfExternalId, nextExternalId } from '../request/external-id.js';
import { furtherHeaders } from '../request/further-headers.js';
import type { Signer } from '../request/signer.js';
import {
  composeTransaction,
  type TransactionDraft,
  transactionSigning,
} from '../request/transaction-draft.js';
import type { WrongTransactionRule } from '../request/wrong-transaction-rules.js';
import { wireSchemaOf } from '../schema/wire-schema.js';
import type { ControlState } from '../session/control-state.js';
import { prepareCustomerToken } from '../session/customer/access-token.js';
import { inapplicable, untested } from '../session/outcome.js';
import type { ServiceAdapter, SettingsOf } from '../session/service.js';
import type { Session } from '../session/session.js';
import type { TargetState } from '../session/target-state.js';
import { transactionCauses } from './transaction-causes.js';

/** How a service that the config names is called, with the profile's transaction signature. */
export const transactionAdapter: ServiceAdapter<'transaction'> = {
  id: 'transaction',
  lacking: ({ transaction, client, profile }) => {
    const none = notOffered('transaction', profile);
    if (none) return inapplicable(none.reason);
    if (!transaction) return untested(say('transaction/control/none-in-config'));
    const { 'token-b2b': tokens, transaction: settings } = profile.services;
    const scheme = schemes[settings.scheme];
    if (scheme.carriesToken && !tokens.offered)
      return untested(say('transaction/control/no-token-endpoint', { title: profile.title }));
    return scheme.keyKind === 'secret' && client.clientSecret === undefined
      ? untested(say('transaction/control/no-secret-in-config'))
      : undefined;
  },
  settings: settingsOf,
  schema: wireSchemaOf,
  preparing: (settings, { customer }) => {
    const { carriesToken } = schemes[settings.scheme];
    return {
      requests: (carriesToken ? 1 : 0) + (customer ? 1 : 0),
      codes: customer ? 1 : 0,
      tokensEach: carriesToken && settings.tokenUse === 'once' ? 1 : 0,
    };
  },
  prepare,
  draft,
  compose: composeTransaction,
  serves: (path, _settings, target) => pathname(path) === pathname(configOf(target).path),
  grants: ({ accepted }) => accepted,
  granting: say('transaction/control/carried-out'),
  candidates: ({ settings, signer }, draft) => transactionCandidates(settings, signer, draft),
  causes: transactionCauses,
};

/** The control signed by a wrong rule. */
export function signedBy(rule: WrongTransactionRule, signer: Signer): Mutation<TransactionDraft> {
  return {
    name: say('signing/rules/signed', { rule: rule.says }),
    field: 'header X-SIGNATURE',
    apply: (right) => ({
      ...right,
      signing: {
        ...right.signing,
        algorithm: say('signing/rules/and', { one: right.signing.algorithm, other: rule.says }),
        ...rule.signing(right.signing, signer, right),
      },
    }),
  };
}

function configOf({ transaction }: TargetPlan): TransactionConfig {
  if (!transaction) throw new Error('nothing of this service is tested without a transaction');
  return transaction;
}

/** The profile's settings with the service's own code instead of xx. */
function settingsOf({ profile, transaction }: TargetPlan): SettingsOf<'transaction'> {
  const settings = profile.services.transaction;
  const serviceCode = transaction?.serviceCode ?? '00';
  const answers = Object.fromEntries(
    Object.entries(settings.answers).map(([faultClass, documented]) => [
      faultClass,
      documented === 'unspecified'
        ? documented
        : documented.map((answer) => ({ ...answer, code: answer.code.replace('xx', serviceCode) })),
    ]),
  );
  const { code } = settings.success;
  const own = (text: string) => text.replace('xx', serviceCode);
  return {
    ...settings,
    answers: answers as Transaction['answers'],
    success: {
      ...settings.success,
      code: (typeof code === 'string' ? own(code) : code.map(own)) as typeof code,
    },
    serviceCode,
  };
}

async function prepare(session: Session<'transaction'>): Promise<ControlState | undefined> {
  const { state } = session;
  const lacking = state.customer && (await prepareCustomerToken(state));
  if (lacking || !schemes[session.settings.scheme].carriesToken) return lacking;
  const { tokens } = session.state;
  const once = session.settings.tokenUse === 'once';
  const found = await (once ? tokens.getUnused(session) : tokens.get());
  if (found.token === undefined) {
    const { outcome, message, exchanges } = found;
    return { outcome, message, exchanges, readable: false };
  }
  // Tokens that are made up since then mustn't push it out of the redactor's memory.
  session.state.redactor.learn(found.token);
  session.state.token = found.token;
  return undefined;
}

function draft(session: Session<'transaction'>, instant: number): TransactionDraft {
  const { target, state, settings, signer, controlForm } = session;
  const { method, path, body, headers = {} } = configOf(target);
  const { origin, pathname: prefix } = new URL(target.baseUrl);
  return {
    method,
    path,
    origin,
    prefix: prefix.replace(/\/$/, ''),
    timestamp: formatTimestamp(instant, controlForm),
    contentType: 'application/json',
    body: body === undefined ? undefined : Buffer.from(JSON.stringify(body)),
    chunked: false,
    // A draft that nothing was prepared for is only looked at: any token will do.
    accessToken: schemes[settings.scheme].carriesToken
      ? (state.tokens.takeUnused(session) ?? state.token)
      : undefined,
    customerHeaders: customerHeaders(state),
    externalId: nextExternalId(lengthOfExternalId(settings)),
    headers: furtherHeaders(settings.headers, headers, signer.clientId),
    signing: transactionSigning(settings, signer),
  };
}

/** What a call for a customer carries besides; nothing without one. */
function customerHeaders({ customer }: TargetState): WireHeaders {
  if (customer?.accessToken === undefined) return [];
  const { deviceId, headers } = customer.plan;
  return [
    ['Authorization-Customer', `Bearer ${customer.accessToken}`],
    ['X-DEVICE-ID', deviceId],
    ...Object.entries(headers),
  ];
}

function pathname(path: string): string | undefined {
  return path.split('?', 1)[0];
}
