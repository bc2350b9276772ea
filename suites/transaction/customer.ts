import { area } from '../../src/engine/checks/area.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { type RefusesOptions, refuses } from '../../src/engine/checks/refuses.js';
import { inapplicable, untested } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { schemes } from '../../src/protocol/scheme.js';
import { madeUpCredential, madeUpCredentialExamples } from '../token-b2b2c/arbitraries.js';
import { type CustomerHeader, customerHeader } from './customer-header.js';
import { transaction } from './transaction.js';

type Context = CheckContext<'transaction'>;

/** A check of calls that are made for a customer; the document requires the header in them. */
function refusesCustomer<T>(
  name: string,
  header: CustomerHeader,
  options: RefusesOptions<T, 'transaction'>,
): Check<'transaction'> {
  return refuses<T, 'transaction'>(name, {
    ...options,
    settings: [`/headers/${header}`],
    when: (t: Context) => {
      if (!t.session.target.customer) throw untested(say('transaction/customer/none'));
      if (t.settings.headers[header].presence !== 'required')
        throw inapplicable(say('transaction/customer/header-not-required', { header }));
      options.when?.(t);
    },
  });
}

const ofToken = { as: 'invalid-customer-token', field: 'Authorization-Customer' } as const;

export const customer = area(transaction, 'customer', [
  refusesCustomer('refuses-missing-customer-token', 'Authorization-Customer', {
    as: 'missing-customer-token',
    field: 'Authorization-Customer',
    probes: () => [
      customerHeader(
        'Authorization-Customer',
        say('shared/request/left-out', { field: 'Authorization-Customer' }),
        () => undefined,
      ),
    ],
  }),
  refusesCustomer<string>('refuses-unknown-customer-token', 'Authorization-Customer', {
    ...ofToken,
    property: () => madeUpCredential,
    examples: () => madeUpCredentialExamples,
    mutate: (token) =>
      customerHeader(
        'Authorization-Customer',
        say('transaction/customer/token-unknown'),
        () => `Bearer ${token}`,
      ),
  }),
  refusesCustomer('refuses-b2b-token-as-customer-token', 'Authorization-Customer', {
    ...ofToken,
    when: ({ settings }) => {
      if (!schemes[settings.scheme].carriesToken)
        throw inapplicable(say('transaction/customer/no-b2b-token'));
    },
    probes: () => [
      customerHeader(
        'Authorization-Customer',
        say('transaction/customer/b2b-token-instead'),
        (right, { accessToken }) => (accessToken === undefined ? right : `Bearer ${accessToken}`),
      ),
    ],
  }),
  refusesCustomer('rejects-missing-device-id', 'X-DEVICE-ID', {
    as: 'missing-field',
    field: 'X-DEVICE-ID',
    probes: () => [
      customerHeader(
        'X-DEVICE-ID',
        say('shared/request/left-out', { field: 'X-DEVICE-ID' }),
        () => undefined,
      ),
    ],
  }),
]);
