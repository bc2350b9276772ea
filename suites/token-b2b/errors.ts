import { area } from '../../src/engine/checks/area.js';
import type { CheckContext } from '../../src/engine/checks/check.js';
import { say } from '../../src/messages/message.js';
import { faultClasses } from '../../src/protocol/fault-classes.js';
import { refusalChecks, type Samples } from '../shared/refusal-checks.js';
import { tokenSamples } from '../shared/token-samples.js';
import { grantType } from './request-body.js';
import { tokenB2b } from './token-b2b.js';

function samples(t: CheckContext<'token-b2b'>): Samples<'token-b2b'> {
  const { member } = t.settings.grantType;
  const { 'malformed-body': malformed, ...others } = tokenSamples;
  return {
    ...others,
    // Every text is a form.
    ...(t.settings.body === 'json' && { 'malformed-body': malformed }),
    'field-format': {
      mutation:
        t.settings.body === 'json'
          ? grantType(t, 1, say('token-b2b/body/member-number', { member }))
          : grantType(t, '', say('token-b2b/body/member-empty', { member })),
      field: 'grantType',
    },
    'grant-type': {
      mutation: grantType(t, 'password', say('token-b2b/body/other-grant-type', { member })),
      field: 'grantType',
    },
  };
}

export const errors = area(
  tokenB2b,
  'errors',
  refusalChecks<'token-b2b'>(faultClasses['token-b2b'], samples, ['no-token']),
);
