import type { CheckContext } from '../../src/engine/checks/check.js';
import { suite } from '../../src/engine/run/suite.js';
import { carriesToken } from '../../src/engine/services/transaction.js';
import { faultClasses } from '../../src/protocol/fault-classes.js';
import { emptyHeader, timestamp, withoutHeader } from '../shared/mutations.js';
import { refusalChecks, type Samples } from '../shared/refusal-checks.js';
import { customerHeader } from './customer-header.js';
import { body, zeroSignature } from './mutations.js';
import { sendTwice } from './reused-external-id.js';
import { accessToken, withoutAuthorization } from './token-mutations.js';
import { transaction } from './transaction.js';

function samples(t: CheckContext<'transaction'>): Samples<'transaction'> {
  const { settings, session } = t;
  return {
    'missing-field': { mutation: withoutHeader('X-TIMESTAMP'), field: 'X-TIMESTAMP' },
    'field-format': { mutation: emptyHeader('X-TIMESTAMP'), field: 'X-TIMESTAMP' },
    'timestamp-format': {
      mutation: timestamp('not-a-timestamp', 'X-TIMESTAMP is no timestamp at all'),
      field: 'X-TIMESTAMP',
    },
    'invalid-signature': { mutation: zeroSignature, field: 'X-SIGNATURE' },
    ...(carriesToken(settings) && {
      'missing-token': { mutation: withoutAuthorization(), field: 'Authorization' },
      'invalid-token': {
        mutation: accessToken(t, () => 'nobody-gave-this-token', 'the token was made up'),
        field: 'Authorization',
      },
    }),
    ...(session.target.customer &&
      settings.headers['Authorization-Customer'].presence === 'required' && {
        'missing-customer-token': {
          mutation: customerHeader(
            'Authorization-Customer',
            'Authorization-Customer was left out',
            () => undefined,
          ),
          field: 'Authorization-Customer',
        },
        'invalid-customer-token': {
          mutation: customerHeader(
            'Authorization-Customer',
            "the customer's token was made up",
            () => 'Bearer nobody-gave-this-token',
          ),
          field: 'Authorization-Customer',
        },
      }),
    ...(settings.externalIdReuse === 'refuse' && {
      conflict: { send: sendTwice, granted: 1 },
    }),
    ...(session.target.transaction?.body !== undefined && {
      'malformed-body': { mutation: body('{"', 'the body is not JSON') },
    }),
  };
}

suite(transaction, 'errors', refusalChecks<'transaction'>(faultClasses.transaction, samples));
