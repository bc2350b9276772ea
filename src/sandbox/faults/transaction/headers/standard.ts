import { headerOf } from '../../../answers/received.js';
import { alsoRefuse, letPass } from '../../../policies/change-policy.js';
import type { TransactionStepName } from '../../../transaction/policy.js';
import type { TransactionFault } from '../../fault.js';

/** Lets a header be absent or empty; `steps` would refuse that. */
function needsNo(
  header: string,
  value: undefined | '',
  steps: readonly TransactionStepName[],
  name: string,
  title: string,
): TransactionFault {
  const part = header.replace(/^X-/, '').toLowerCase();
  return {
    service: 'transaction',
    name,
    title,
    trips: [`transaction/headers/rejects-${value === undefined ? 'missing' : 'empty'}-${part}`],
    apply: (policy) => letPass(policy, steps, (attempt) => attempt.header(header) === value),
  };
}

/** Takes some values of a header that have the wrong form. */
function takesForm(
  step: 'partnerIdForm' | 'externalIdForm' | 'channelIdForm',
  header: string,
  fits: (value: string) => boolean,
  trips: string,
  name: string,
  title: string,
): TransactionFault {
  return {
    service: 'transaction',
    name,
    title,
    trips: [`transaction/headers/${trips}`],
    apply: (policy) => letPass(policy, [step], (attempt) => fits(attempt.header(header) ?? '')),
  };
}

/** What the standard names, and what a plain HTTP client sends by itself. */
const usualHeaders = new Set([
  'authorization',
  'x-timestamp',
  'x-signature',
  'x-partner-id',
  'x-external-id',
  'channel-id',
  'origin',
  'accept',
  'accept-encoding',
  'accept-language',
  'connection',
  'content-length',
  'content-type',
  'host',
  'keep-alive',
  'sec-fetch-mode',
  'transfer-encoding',
  'user-agent',
]);

/** What is wrong with how a transaction's headers are checked. */
export const transactionHeaderFaults: readonly TransactionFault[] = [
  needsNo(
    'X-TIMESTAMP',
    undefined,
    ['timestampPresence', 'timestampForm', 'signature'],
    'transaction-needs-no-timestamp',
    'has nothing to verify without X-TIMESTAMP, and carries the transaction out',
  ),
  needsNo(
    'X-SIGNATURE',
    undefined,
    ['signaturePresence', 'signature'],
    'transaction-needs-no-signature',
    'verifies a transaction only if there is an X-SIGNATURE',
  ),
  needsNo(
    'X-PARTNER-ID',
    undefined,
    ['partnerIdPresence'],
    'transaction-needs-no-partner-id',
    'takes the partner from the token if X-PARTNER-ID is absent',
  ),
  needsNo(
    'X-EXTERNAL-ID',
    undefined,
    ['externalIdPresence', 'externalIdReuse'],
    'transaction-needs-no-external-id',
    'makes an X-EXTERNAL-ID of its own if there is none',
  ),
  needsNo(
    'CHANNEL-ID',
    undefined,
    ['channelIdPresence'],
    'transaction-needs-no-channel-id',
    'takes the usual channel if CHANNEL-ID is absent',
  ),
  needsNo(
    'X-TIMESTAMP',
    '',
    ['timestampPresence', 'timestampForm', 'signature'],
    'transaction-takes-empty-timestamp',
    'takes an empty X-TIMESTAMP for the present',
  ),
  needsNo(
    'X-SIGNATURE',
    '',
    ['signaturePresence', 'signature'],
    'transaction-takes-empty-signature',
    'verifies a transaction only if X-SIGNATURE is not empty',
  ),
  needsNo(
    'X-PARTNER-ID',
    '',
    ['partnerIdPresence'],
    'transaction-takes-empty-partner-id',
    'asks whether X-PARTNER-ID is there, not whether it holds something',
  ),
  needsNo(
    'X-EXTERNAL-ID',
    '',
    ['externalIdPresence', 'externalIdForm', 'externalIdReuse'],
    'transaction-takes-empty-external-id',
    'asks whether X-EXTERNAL-ID is there, not whether it holds something',
  ),
  needsNo(
    'CHANNEL-ID',
    '',
    ['channelIdPresence'],
    'transaction-takes-empty-channel-id',
    'asks whether CHANNEL-ID is there, not whether it holds something',
  ),
  {
    service: 'transaction',
    name: 'transaction-takes-external-id-again',
    title: 'never refuses an X-EXTERNAL-ID that was used on the same day',
    trips: ['transaction/headers/rejects-reused-external-id'],
    apply: (policy) => letPass(policy, ['externalIdReuse'], () => true),
  },
  {
    ...takesForm(
      'externalIdForm',
      'X-EXTERNAL-ID',
      (value) => value !== '' && value.length <= 36,
      'rejects-external-id-form',
      'transaction-takes-letters-in-external-id',
      'takes any text for X-EXTERNAL-ID, letters too',
    ),
    // The editions of the standard disagree: only providers ask for digits.
    overrides: { transaction: { headers: { 'X-EXTERNAL-ID': { form: 'digits' } } } },
  },
  takesForm(
    'externalIdForm',
    'X-EXTERNAL-ID',
    (value) => /^[0-9]+$/.test(value),
    'rejects-over-long-external-id',
    'transaction-takes-long-external-id',
    'takes an X-EXTERNAL-ID of any length',
  ),
  {
    service: 'transaction',
    name: 'transaction-external-ids-of-32',
    title: 'keeps X-EXTERNAL-ID in a column of 32 characters, and refuses what does not fit',
    trips: ['transaction/headers/accepts-longest-external-id'],
    apply: (policy) =>
      alsoRefuse(policy, ({ header }) =>
        (header('X-EXTERNAL-ID') ?? '').length > 32
          ? { faultClass: 'field-format', field: 'X-EXTERNAL-ID' }
          : undefined,
      ),
  },
  takesForm(
    'partnerIdForm',
    'X-PARTNER-ID',
    (value) => value !== '',
    'rejects-over-long-partner-id',
    'transaction-takes-long-partner-id',
    'takes an X-PARTNER-ID of any length',
  ),
  takesForm(
    'channelIdForm',
    'CHANNEL-ID',
    (value) => value !== '',
    'rejects-over-long-channel-id',
    'transaction-takes-long-channel-id',
    'takes a CHANNEL-ID of any length',
  ),
  {
    service: 'transaction',
    name: 'transaction-header-names-by-letter-case',
    title: 'finds X-SIGNATURE and X-EXTERNAL-ID only in capital letters',
    trips: ['transaction/headers/accepts-header-letter-case'],
    apply: (policy) => ({
      ...policy,
      header: (received, name) => {
        if (!['X-SIGNATURE', 'X-EXTERNAL-ID'].includes(name)) return policy.header(received, name);
        const written = received.rawHeaders.some((each, index) => index % 2 === 0 && each === name);
        return written ? headerOf(received, name) : undefined;
      },
    }),
  },
  {
    service: 'transaction',
    name: 'transaction-refuses-extra-headers',
    title: 'refuses a transaction with any header that its document does not name',
    trips: ['transaction/headers/accepts-extra-headers'],
    apply: (policy) =>
      alsoRefuse(policy, ({ received }) =>
        Object.keys(received.headers).every((name) => usualHeaders.has(name))
          ? undefined
          : { faultClass: 'malformed-body' },
      ),
  },
];
