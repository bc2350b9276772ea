import type { StandardHeader, Transaction } from '../../../schemas/resolved.js';
import { amountForm, memberPointer } from '../../protocol/body-member.js';
import { schemes } from '../../protocol/scheme.js';
import { allowsForm } from '../../protocol/timestamp-forms.js';
import { standardHeaders } from '../../protocol/transaction-headers.js';
import type { RegisteredClient } from '../tokens/client.js';
import { partnerIdOf } from '../tokens/credentials.js';
import { furtherHeaderSteps, headerForm, headerPresence } from '../tokens/header-steps.js';
import { withinWindow } from '../tokens/within-window.js';
import type {
  SandboxCall,
  TransactionPolicy,
  TransactionStep,
  TransactionStepName,
} from './policy.js';

const tokenPresence: TransactionStep = (attempt, policy) => {
  const value = attempt.header('Authorization');
  if (value === undefined || value === '') return { faultClass: 'missing-token' };
  const token = policy.readToken(value);
  if (token === undefined) return { faultClass: 'invalid-token' };
  attempt.token = token;
  return undefined;
};

/** The client that the partner id of a transaction belongs to. */
function partnerOf(
  { header, clients }: Parameters<TransactionStep>[0],
  { settings }: TransactionPolicy,
): RegisteredClient | undefined {
  const rule = settings.headers['X-PARTNER-ID'];
  const given = header('X-PARTNER-ID');
  return [...clients.values()].find(({ clientId }) => partnerIdOf(clientId, rule) === given);
}

/** True for the token of the config that is good, but not for this service. */
function isOutOfScope(
  { token }: Parameters<TransactionStep>[0],
  { call }: TransactionPolicy,
): boolean {
  return token !== undefined && token === call.outOfScopeToken;
}

/** Finds the client by the token if there is one, else by the partner id. */
function client(byToken: boolean): TransactionStep {
  return (attempt, policy) => {
    if (byToken) {
      const known = isOutOfScope(attempt, policy)
        ? partnerOf(attempt, policy)
        : policy.findToken(attempt.token ?? '', attempt)?.client;
      if (!known) return { faultClass: 'invalid-token' };
      attempt.client = known;
      return undefined;
    }
    const known = partnerOf(attempt, policy);
    if (!known) return { faultClass: 'invalid-signature', field: 'X-PARTNER-ID' };
    attempt.client = known;
    return undefined;
  };
}

/** A token speaks for the partner that it was given to. */
const tokenOwner: TransactionStep = (attempt, policy) => {
  const { client } = attempt;
  const partner = partnerOf(attempt, policy);
  return partner && client && partner.clientId !== client.clientId
    ? { faultClass: 'invalid-token' }
    : undefined;
};

/** A token is good for one transaction, if the document says so. */
const tokenUnused: TransactionStep = (attempt, policy) =>
  policy.findToken(attempt.token ?? '', attempt)?.used
    ? { faultClass: 'invalid-token' }
    : undefined;

const tokenUse: TransactionStep = (attempt, policy) => {
  const known = policy.findToken(attempt.token ?? '', attempt);
  if (known) known.used = true;
  return undefined;
};

const signature: TransactionStep = (attempt, policy) => {
  const text = attempt.header('X-SIGNATURE') ?? '';
  const { client } = attempt;
  return client && policy.verify(stringToSignOf(attempt, policy), text, client)
    ? undefined
    : { faultClass: 'invalid-signature', field: 'X-SIGNATURE' };
};

/** The text that the signature of a received transaction should cover. */
export function stringToSignOf(
  attempt: Parameters<TransactionStep>[0],
  { signed }: Pick<TransactionPolicy, 'signed'>,
): string {
  const accessToken = signed.token(attempt);
  return signed.stringToSign({
    method: signed.method(attempt),
    path: signed.path(attempt),
    ...(accessToken !== undefined && { accessToken }),
    bodyHash: signed.bodyHash(attempt),
    timestamp: signed.timestamp(attempt),
  });
}

const tokenScope: TransactionStep = (attempt, policy) =>
  isOutOfScope(attempt, policy) ? { faultClass: 'token-scope' } : undefined;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const body: TransactionStep = ({ received }) => {
  if (received.body.length === 0) return undefined;
  try {
    JSON.parse(utf8.decode(received.body));
    return undefined;
  } catch {
    return { faultClass: 'malformed-body' };
  }
};

/** The value of a member of a body, as `amount.value`; undefined if it is not there. */
function memberIn(body: Buffer, field: string): unknown {
  const tokens = memberPointer(field).split('/').slice(1);
  try {
    const whole: unknown = JSON.parse(utf8.decode(body));
    return tokens.reduce((value, token) => Object(value)[token], whole);
  } catch {
    return undefined;
  }
}

function memberPresence(members: NonNullable<SandboxCall['members']>): TransactionStep {
  return ({ received }) => {
    const field = Object.keys(members).find((each) => memberIn(received.body, each) === undefined);
    return field === undefined ? undefined : { faultClass: 'missing-field', field };
  };
}

/** A member is of the JSON type that it has in the call; an amount has two decimals. */
function memberForm(members: NonNullable<SandboxCall['members']>): TransactionStep {
  return ({ received }) => {
    const wrong = Object.entries(members).find(([field, usual]) => {
      const value = memberIn(received.body, field);
      if (value === undefined) return false;
      const isAmount = typeof usual === 'string' && amountForm.test(usual);
      return typeof value !== typeof usual || (isAmount && !amountForm.test(value as string));
    });
    return wrong && { faultClass: 'field-format', field: wrong[0] };
  };
}

const jakartaMs = 7 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

/** An X-EXTERNAL-ID is used up for the day of Asia/Jakarta once a request with it was carried out. */
function externalIdReuse(refuses: boolean): TransactionStep {
  let today = 0;
  let used = new Set<string>();
  return ({ header, client, now }) => {
    if (!refuses) return undefined;
    const day = Math.floor((now + jakartaMs) / dayMs);
    if (day !== today) [today, used] = [day, new Set()];
    const id = JSON.stringify([client?.clientId, header('X-EXTERNAL-ID')]);
    if (used.has(id)) return { faultClass: 'conflict', field: 'X-EXTERNAL-ID' };
    used.add(id);
    return undefined;
  };
}

const customerTokenPresence: TransactionStep = ({ header }) =>
  (header('Authorization-Customer') ?? '') === ''
    ? { faultClass: 'missing-customer-token', field: 'Authorization-Customer' }
    : undefined;

/** The customer's token must be valid, and given to the client that sends it. */
const customerToken: TransactionStep = (attempt, policy) => {
  const text = policy.readToken(attempt.header('Authorization-Customer') ?? '');
  const known = text === undefined ? undefined : policy.findCustomerToken(text, attempt);
  return known && known.client.clientId === attempt.client?.clientId
    ? undefined
    : { faultClass: 'invalid-customer-token', field: 'Authorization-Customer' };
};

/** The steps of a server that keeps to the profile. */
export function transactionSteps(
  settings: Transaction,
  { method, customer = false, members = {} }: SandboxCall,
): Record<TransactionStepName, TransactionStep> {
  const { headers, timestamp } = settings;
  const byToken = schemes[settings.scheme].carriesToken;
  const once = byToken && settings.tokenUse === 'once';
  const required = (name: StandardHeader) => headers[name].presence === 'required';
  const pass: TransactionStep = () => undefined;
  const ofCustomers = (name: 'Authorization-Customer' | 'X-DEVICE-ID', step: TransactionStep) =>
    customer && required(name) ? step : pass;
  return {
    method: ({ received }) => (received.method === method ? undefined : { faultClass: 'method' }),
    size: ({ received }) => (received.tooLarge ? { faultClass: 'malformed-body' } : undefined),
    tokenPresence: byToken ? tokenPresence : pass,
    customerTokenPresence: ofCustomers('Authorization-Customer', customerTokenPresence),
    timestampPresence: headerPresence('X-TIMESTAMP', true),
    signaturePresence: headerPresence('X-SIGNATURE', true),
    partnerIdPresence: headerPresence('X-PARTNER-ID', required('X-PARTNER-ID')),
    externalIdPresence: headerPresence('X-EXTERNAL-ID', required('X-EXTERNAL-ID')),
    channelIdPresence: headerPresence('CHANNEL-ID', required('CHANNEL-ID')),
    deviceIdPresence: ofCustomers('X-DEVICE-ID', headerPresence('X-DEVICE-ID', true)),
    partnerIdForm: headerForm('X-PARTNER-ID', headers['X-PARTNER-ID']),
    externalIdForm: headerForm('X-EXTERNAL-ID', headers['X-EXTERNAL-ID']),
    channelIdForm: headerForm('CHANNEL-ID', headers['CHANNEL-ID']),
    deviceIdForm: ofCustomers('X-DEVICE-ID', headerForm('X-DEVICE-ID', headers['X-DEVICE-ID'])),
    ...furtherHeaderSteps(headers, standardHeaders),
    timestampForm: ({ header }) =>
      allowsForm(header('X-TIMESTAMP') ?? '', timestamp)
        ? undefined
        : { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' },
    timestampWindow: ({ header, now }) =>
      withinWindow(header('X-TIMESTAMP') ?? '', timestamp, now)
        ? undefined
        : { faultClass: 'timestamp-format', field: 'X-TIMESTAMP' },
    client: client(byToken),
    tokenOwner: byToken ? tokenOwner : pass,
    tokenUnused: once ? tokenUnused : pass,
    customerToken: ofCustomers('Authorization-Customer', customerToken),
    signature,
    tokenScope,
    body,
    memberPresence: memberPresence(members),
    memberForm: memberForm(members),
    externalIdReuse: externalIdReuse(settings.externalIdReuse === 'refuse'),
    tokenUse: once ? tokenUse : pass,
  };
}
