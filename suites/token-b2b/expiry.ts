import { area } from '../../src/engine/checks/area.js';
import { judged } from '../../src/engine/checks/judged.js';
import { inapplicable, untested } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { tokenB2b } from './token-b2b.js';

const noNumber = untested(say('token-b2b/expiry/no-whole-number'));

export const expiry = area(tokenB2b, 'expiry', [
  judged('present', { over: 'grants' }),
  judged('type', { over: 'grants', settings: ['/success/expiresIn/types'] }),
  judged('integer-value', {
    over: 'grants',
    otherwise: inapplicable(say('token-b2b/expiry/no-text')),
  }),
  judged('length', {
    over: 'grants',
    settings: ['/success/expiresIn/maxLength'],
    otherwise: inapplicable(say('token-b2b/expiry/no-text')),
    when: ({ settings }) => {
      if (settings.success.expiresIn.maxLength === 'unspecified')
        throw inapplicable(say('token-b2b/expiry/no-documented-length'));
    },
  }),
  judged('positive', { over: 'grants', otherwise: noNumber }),
  judged('documented-value', {
    over: 'grants',
    settings: ['/success/expiresIn/seconds'],
    otherwise: noNumber,
    when: ({ settings }) => {
      if (settings.success.expiresIn.seconds === 'unspecified')
        throw inapplicable(say('token-b2b/expiry/no-documented-lifetime'));
    },
  }),
  judged('not-milliseconds', { over: 'grants', otherwise: noNumber }),
  judged('same-type-always', {
    over: 'grants',
    // When the check runs alone, one grant has nothing to be compared with.
    prepare: async (t) => {
      for (let sent = t.session.shared.tally.of(t.id).judged; sent < t.effort.runs; sent += 1)
        await t.session.sendControl();
    },
    forecast: (t, forecast) => forecast.granted(Math.max(0, t.effort.runs - forecast.grants)),
  }),
  judged('jwt-lifetime', {
    over: 'grants',
    otherwise: inapplicable(say('token-b2b/expiry/no-claimed-lifetime')),
  }),
  judged('jwt-lives-now', {
    over: 'grants',
    otherwise: inapplicable(say('token-b2b/expiry/no-claimed-lifetime')),
  }),
  judged('jwt-algorithm', {
    over: 'grants',
    otherwise: inapplicable(say('token-b2b/expiry/opaque')),
  }),
]);
