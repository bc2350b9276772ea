import { area } from '../../src/engine/checks/area.js';
import { judged } from '../../src/engine/checks/judged.js';
import { inapplicable, untested } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { tokenB2b2c } from './token-b2b2c.js';

const noInstant = untested(say('token-b2b2c/expiry/no-instant-seen'));
const forms = ['/success/expiryTime/forms'];

export const expiry = area(tokenB2b2c, 'expiry', [
  judged('access-token-present', { over: 'grants' }),
  judged('access-token-form', { over: 'grants', settings: forms, otherwise: noInstant }),
  judged('access-token-future', { over: 'grants', otherwise: noInstant }),
  judged('refresh-token-present', { over: 'grants' }),
  judged('refresh-token-form', { over: 'grants', settings: forms, otherwise: noInstant }),
  judged('refresh-token-future', { over: 'grants', otherwise: noInstant }),
  judged('documented-lifetime', {
    over: 'grants',
    settings: ['/success/expiryTime/accessTokenSeconds'],
    otherwise: noInstant,
    when: ({ settings }) => {
      if (settings.success.expiryTime.accessTokenSeconds === 'unspecified')
        throw inapplicable(say('token-b2b2c/expiry/lifetime-not-documented'));
    },
  }),
  judged('order', {
    over: 'grants',
    settings: ['/success/expiryTime/refreshToken'],
    otherwise: noInstant,
    when: ({ settings }) => {
      if (settings.success.expiryTime.refreshToken === 'unspecified')
        throw inapplicable(say('token-b2b2c/expiry/order-not-documented'));
    },
  }),
]);
