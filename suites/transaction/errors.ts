import { area } from '../../src/engine/checks/area.js';
import type { CheckContext } from '../../src/engine/checks/check.js';
import { say } from '../../src/messages/message.js';
import { faultClasses } from '../../src/protocol/fault-classes.js';
import { schemes } from '../../src/protocol/scheme.js';
import { emptyHeader, withoutHeader, withTimestamp } from '../shared/mutations.js';
import { refusalChecks, type Samples } from '../shared/refusal-checks.js';
import { customerHeader } from './customer-header.js';
import { withBody, zeroSignature } from './mutations.js';
import { sendTwice } from './reused-external-id.js';
import { accessToken, withoutAuthorization } from './token-mutations.js';
import { transaction } from './transaction.js';

function samples(t: CheckContext<'transaction'>): Samples<'transaction'> {
  const { settings, session } = t;
  const outOfScopeToken = session.target.transaction?.outOfScopeToken;
  return {
    'missing-field': { mutation: withoutHeader('X-TIMESTAMP'), field: 'X-TIMESTAMP' },
    'field-format': { mutation: emptyHeader('X-TIMESTAMP'), field: 'X-TIMESTAMP' },
    'timestamp-format': {
      mutation: withTimestamp(
        'not-a-timestamp',
        say('shared/timestamp/wrong', { what: say('shared/timestamp/is-garbage') }),
      ),
      field: 'X-TIMESTAMP',
    },
    'invalid-signature': { mutation: zeroSignature, field: 'X-SIGNATURE' },
    ...(schemes[settings.scheme].carriesToken && {
      'missing-token': { mutation: withoutAuthorization(), field: 'Authorization' },
      'invalid-token': {
        mutation: accessToken(t, () => 'nobody-gave-this-token', say('transaction/token/made-up')),
        field: 'Authorization',
      },
    }),
    ...(schemes[settings.scheme].carriesToken &&
      outOfScopeToken !== undefined && {
        'token-scope': {
          mutation: accessToken(t, () => outOfScopeToken, say('transaction/token/out-of-scope')),
          field: 'Authorization',
        },
      }),
    ...(session.target.customer &&
      settings.headers['Authorization-Customer'].presence === 'required' && {
        'missing-customer-token': {
          mutation: customerHeader(
            'Authorization-Customer',
            say('shared/request/left-out', { field: 'Authorization-Customer' }),
            () => undefined,
          ),
          field: 'Authorization-Customer',
        },
        'invalid-customer-token': {
          mutation: customerHeader(
            'Authorization-Customer',
            say('transaction/customer/token-made-up'),
            () => 'Bearer nobody-gave-this-token',
          ),
          field: 'Authorization-Customer',
        },
      }),
    ...(settings.externalIdReuse === 'refuse' && {
      conflict: { send: sendTwice, granted: session.once ? 0 : 1 },
    }),
    ...(session.target.transaction?.body !== undefined && {
      'malformed-body': { mutation: withBody('{"', say('shared/request/body-not-json')) },
    }),
  };
}

export const errors = area(
  transaction,
  'errors',
  refusalChecks<'transaction'>(faultClasses.transaction, samples),
);
