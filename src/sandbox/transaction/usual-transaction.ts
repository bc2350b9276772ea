import type { TransactionConfig } from '../../../schemas/generated/config.js';
import type { Profile } from '../../../schemas/resolved.js';
import { standardHeaders } from '../../protocol/transaction-headers.js';
import { partnerIdOf } from '../tokens/credentials.js';
import { usualHeaders } from '../tokens/usual-headers.js';
import type { SandboxCall } from './policy.js';

/** A harmless service: the balance inquiry (11). */
export const usualCall: SandboxCall = {
  serviceCode: '11',
  method: 'POST',
  path: '/v1.0/balance-inquiry',
};

/** The transaction that a sandbox carries out, as a target's config describes it. */
export function usualTransaction(
  { role, services }: Pick<Profile, 'role' | 'services'>,
  clientId: string,
): TransactionConfig {
  const { headers: rules } = services.transaction;
  const headers = {
    'X-PARTNER-ID': partnerIdOf(clientId, rules['X-PARTNER-ID']),
    ...(rules['CHANNEL-ID'].value === undefined && { 'CHANNEL-ID': '95221' }),
    ...usualHeaders(rules, standardHeaders),
  };
  const { scheme, otherSchemes } = services.transaction;
  return { ...calls[role], ...(otherSchemes && { scheme }), headers };
}

const calls: Record<Profile['role'], Omit<TransactionConfig, 'headers'>> = {
  provider: { ...usualCall, body: { accountNo: '2000100101' } },
  /** What a provider reports to a merchant: a payment to one of its virtual accounts (25). */
  merchant: {
    serviceCode: '25',
    method: 'POST',
    path: '/v1.0/transfer-va/payment',
    body: {
      partnerServiceId: '   88899',
      customerNo: '12345678901234567890',
      virtualAccountNo: '   8889912345678901234567890',
      paymentRequestId: 'snap-conformance',
      paidAmount: { value: '10000.00', currency: 'IDR' },
    },
  },
};
