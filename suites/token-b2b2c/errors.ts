import { area } from '../../src/engine/checks/area.js';
import { say } from '../../src/messages/message.js';
import { faultClasses } from '../../src/protocol/fault-classes.js';
import { refusalChecks, type Samples } from '../shared/refusal-checks.js';
import { tokenSamples } from '../shared/token-samples.js';
import { asksWithCode, asksWithRefreshToken, type Context } from './credentials.js';
import { asks, withMembers } from './mutations.js';
import { tokenB2b2c } from './token-b2b2c.js';

const madeUp = 'nobody-was-given-this';

/** One plain refusal of each fault class, for a run that saw none. */
function samples(t: Context): Required<Samples<'token-b2b2c'>> {
  const [grantType] = t.settings.grantType.authorizationCode;
  return {
    ...tokenSamples,
    'field-format': {
      mutation: asks(
        { grantType, authCode: 1 },
        say('token-b2b2c/body/code-is-number'),
        'authCode',
      ),
      field: 'authCode',
    },
    'grant-type': {
      mutation: withMembers(
        { grantType: 'password' },
        say('token-b2b2c/body/other-grant-type'),
        'grantType',
      ),
      field: 'grantType',
    },
    'invalid-code': {
      mutation: asksWithCode(
        t,
        madeUp,
        say('token-b2b2c/grants/given-to-nobody', { member: 'authCode' }),
      ),
      field: 'authCode',
    },
    'invalid-refresh-token': {
      mutation: asksWithRefreshToken(
        t,
        madeUp,
        say('token-b2b2c/grants/given-to-nobody', { member: 'refreshToken' }),
      ),
      field: 'refreshToken',
    },
  };
}

export const errors = area(
  tokenB2b2c,
  'errors',
  refusalChecks<'token-b2b2c'>(faultClasses['token-b2b2c'], samples, ['no-token']),
);
