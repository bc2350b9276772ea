import { area } from '../../src/engine/checks/area.js';
import type { CheckContext } from '../../src/engine/checks/check.js';
import { say } from '../../src/messages/message.js';
import { faultClasses } from '../../src/protocol/fault-classes.js';
import { refusalChecks, type Samples } from '../shared/refusal-checks.js';
import { grantType } from '../shared/token-mutations.js';
import { tokenSamples } from '../shared/token-samples.js';
import { tokenB2b } from './token-b2b.js';

function samples(t: CheckContext<'token-b2b'>): Required<Samples<'token-b2b'>> {
  const { member } = t.settings.grantType;
  return {
    ...tokenSamples,
    'field-format': {
      mutation: grantType(member, 1, say('token-b2b/body/member-number', { member })),
      field: 'grantType',
    },
    'grant-type': {
      mutation: grantType(member, 'password', say('token-b2b/body/other-grant-type', { member })),
      field: 'grantType',
    },
  };
}

export const errors = area(
  tokenB2b,
  'errors',
  refusalChecks<'token-b2b'>(faultClasses['token-b2b'], samples, ['no-token']),
);
