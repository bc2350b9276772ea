import type { TargetPlan } from '../plan/plan.js';
import { type CredentialNames, valueOf } from './credential-names.js';

/** What of a plan a redactor has to know. */
export type Confidential = Pick<TargetPlan, 'client' | 'otherClient' | 'customer' | 'tls'> &
  Partial<
    Pick<
      TargetPlan,
      | 'secrets'
      | 'redact'
      | 'transaction'
      | 'otherTransactions'
      | 'tokenHeaders'
      | 'profile'
      | 'baseUrl'
    >
  >;

/** All services of a target: an answer of one may repeat what another was sent. */
export function transactionsOf({
  transaction,
  otherTransactions = [],
}: Confidential): NonNullable<TargetPlan['otherTransactions']> {
  return [...(transaction ? [transaction] : []), ...otherTransactions];
}

/** A value that is hidden wherever it comes, and what stands for it. */
type Hidden = [value: string, shown: string];

/** A shorter value is hidden at its own place alone: elsewhere it is met by chance. */
const shortest = 6;

/** The values that a config sends under the name of a credential. */
export function configSecrets(plan: Confidential, names: CredentialNames): Hidden[] {
  const { tokenHeaders, customer } = plan;
  const transactions = transactionsOf(plan);
  const headers = [
    ...[tokenHeaders, ...transactions.map((each) => each.headers), customer?.headers].flatMap(
      (each) => Object.entries(each ?? {}),
    ),
    ...profileHeaders(plan.profile),
  ];
  const urls = [...transactions.map((each) => each.path), ...codeUrls(customer)];
  const found: Hidden[] = [
    ...headers
      .filter(([name]) => names.header(name))
      .flatMap(([name, value]) => partsOf(value).map((part): Hidden => [part, valueOf(name)])),
    ...urls.flatMap((url) => parametersOf(url, names)),
    ...transactions.flatMap((each) => membersOf(each.body, names)),
  ];
  const plain = plainTexts(plan, names);
  return found.filter(
    ([value, shown]) =>
      value.length >= shortest &&
      !shown.includes(value) &&
      !plain.some((text) => text.includes(value)),
  );
}

/** A header's value, and each secret that it is made of: of Basic, of cookies. */
function partsOf(value: string): string[] {
  const words = value.trim().split(/[;\s]+/);
  const [scheme = '', credentials] = words;
  const pair = /^basic$/i.test(scheme)
    ? Buffer.from(credentials ?? '', 'base64').toString('utf8')
    : '';
  return [
    value.trim(),
    ...words.slice(credentials === undefined ? 1 : 0).flatMap((word) => [word, afterEquals(word)]),
    ...[pair, pair.slice(pair.indexOf(':') + 1)],
  ].filter((part) => !/^(?:basic|bearer|digest)$/i.test(part));
}

const afterEquals = (word: string) => word.slice(word.indexOf('=') + 1);

function profileHeaders(profile: Confidential['profile']): [string, string][] {
  return Object.values(profile?.services ?? {}).flatMap((service) =>
    'headers' in service
      ? Object.entries(service.headers).flatMap(([name, { value }]): [string, string][] =>
          value === undefined ? [] : [[name, value]],
        )
      : [],
  );
}

function codeUrls(customer: Confidential['customer']): string[] {
  return [customer?.authCodes, customer?.expiredAuthCodes].flatMap((source) =>
    source && 'url' in source ? [source.url] : [],
  );
}

/** As they stand in the URL, and decoded. */
function parametersOf(url: string, names: CredentialNames): Hidden[] {
  const [, query = ''] = url.split('?', 2);
  const written = query.split('&').map((pair) => pair.slice(pair.indexOf('=') + 1));
  return [...new URLSearchParams(query)].flatMap(([name, value], index): Hidden[] =>
    names.query(name) ? [value, written[index] ?? ''].map((text) => [text, valueOf(name)]) : [],
  );
}

function membersOf(value: unknown, names: CredentialNames): Hidden[] {
  if (!names.named || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]): Hidden[] =>
    names.member(name) && (typeof item === 'string' || typeof item === 'number')
      ? [[String(item), valueOf(name)]]
      : membersOf(item, names),
  );
}

/** What reports have to show. A value that is part of it says nothing that they don't. */
function plainTexts(plan: Confidential, names: CredentialNames): string[] {
  const { client, otherClient, baseUrl = '' } = plan;
  const transactions = transactionsOf(plan);
  const headers = [plan.tokenHeaders, ...transactions.map((each) => each.headers)].flatMap((each) =>
    Object.entries(each ?? {}),
  );
  return [
    ...[client.clientId, otherClient?.clientId ?? '', baseUrl],
    ...transactions.map(({ path }) => path.split('?', 1)[0] ?? ''),
    ...headers.filter(([name]) => !names.header(name)).map(([, value]) => value),
  ];
}
