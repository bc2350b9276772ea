import type { ServiceId } from './services.js';

/**
 * What a request to each service can get wrong, as far as a profile documents the answer to it. The order
 * is that of the checks over refusals.
 */
export const faultClasses = {
  'token-b2b': [
    'missing-field',
    'field-format',
    'timestamp-format',
    'unknown-client',
    'invalid-signature',
    'grant-type',
    'malformed-body',
    'method',
  ],
  'token-b2b2c': [
    'missing-field',
    'field-format',
    'timestamp-format',
    'unknown-client',
    'invalid-signature',
    'grant-type',
    'invalid-code',
    'invalid-refresh-token',
    'malformed-body',
    'method',
  ],
  transaction: [
    'missing-field',
    'field-format',
    'timestamp-format',
    'invalid-signature',
    'missing-token',
    'invalid-token',
    'token-scope',
    'missing-customer-token',
    'invalid-customer-token',
    'conflict',
    'malformed-body',
  ],
  'signature-utility': ['missing-field', 'field-format'],
} as const satisfies Record<ServiceId, readonly string[]>;

/** A fault class of a service; of any, unless one is named. */
export type DocumentedClass<S extends ServiceId = ServiceId> = (typeof faultClasses)[S][number];

/** What a probe gets wrong on purpose; `other` has no documented answer, and general rules alone judge it. */
export type FaultClass = DocumentedClass | 'other';
