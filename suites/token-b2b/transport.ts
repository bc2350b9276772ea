import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { isLoopback } from '../../src/engine/config/is-loopback.js';
import { describeAnswer } from '../../src/engine/http/answer.js';
import { tlsHandshake } from '../../src/engine/http/tls-handshake.js';
import { cantTell, type Finding, inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { withoutCredentials } from '../shared/token-mutations.js';
import { noteTls12 } from './tls-dialect.js';

function usesTls({ session }: CheckContext<'token-b2b'>): boolean {
  return new URL(session.target.baseUrl).protocol === 'https:';
}

function ifTls(t: CheckContext<'token-b2b'>): void {
  if (!usesTls(t)) throw inapplicable(say('token-b2b/http/target-without-tls'));
}

/** The server refuses TLS 1.1 and 1.0, even if nothing newer is offered. */
const refusesOldTls: Check<'token-b2b'> = {
  name: 'refuses-old-tls',
  when: ifTls,
  forecast: (_t, forecast) => forecast.control(),
  run: async (t) => {
    const exchanges = [await t.requireControl()];
    const handshake = await tlsHandshake(t.session.target, 'TLSv1', 'TLSv1.1');
    switch (handshake.kind) {
      case 'agreed':
        return {
          outcome: 'failed',
          message: say('token-b2b/http/old-tls-agreed', { protocol: handshake.protocol }),
          exchanges,
        };
      case 'refused':
        return {
          outcome: 'passed',
          message: say('token-b2b/http/old-tls-refused', { why: handshake.message }),
          exchanges,
        };
      default:
        throw cantTell(
          say('token-b2b/http/old-tls-not-tried', { why: handshake.message }),
          exchanges,
        );
    }
  },
};

const offersTls13: Check<'token-b2b'> = {
  name: 'offers-tls-1-3',
  when: ifTls,
  forecast: (_t, forecast) => forecast.control(),
  run: async (t) => {
    const exchanges = [await t.requireControl()];
    let handshake = await tlsHandshake(t.session.target, 'TLSv1.3', 'TLSv1.3');
    // A connection may be reset by chance, but a version is refused each time.
    if (handshake.kind === 'refused')
      handshake = await tlsHandshake(t.session.target, 'TLSv1.3', 'TLSv1.3');
    await noteTls12(t);
    switch (handshake.kind) {
      case 'agreed':
        return { outcome: 'passed', message: say('token-b2b/http/tls-1-3-agreed'), exchanges };
      case 'refused':
        return {
          outcome: 'failed',
          message: say('token-b2b/http/tls-1-3-refused', { why: handshake.message }),
          exchanges,
        };
      default:
        throw cantTell(
          say('token-b2b/http/tls-1-3-not-tried', { why: handshake.message }),
          exchanges,
        );
    }
  },
};

/** The service doesn't answer over plain http. The probe holds neither client id nor signature. */
const refusesPlainHttp: Check<'token-b2b'> = {
  name: 'refuses-plain-http',
  when: (t) => {
    if (!usesTls(t) && isLoopback(new URL(t.session.target.baseUrl).hostname))
      throw inapplicable(say('token-b2b/http/plain-http-on-loopback'));
  },
  forecast: (t, forecast) => {
    forecast.control();
    if (usesTls(t)) forecast.refused(1, 'other');
  },
  run: async (t) => {
    const control = await t.requireControl();
    return usesTls(t)
      ? tryPlain(t, control)
      : {
          outcome: 'failed',
          message: say('token-b2b/http/token-over-plain-http'),
          exchanges: [control],
        };
  },
};

async function tryPlain(t: CheckContext<'token-b2b'>, control: string): Promise<Finding> {
  const base = t.session.draft();
  const mutation = withoutCredentials(say('token-b2b/http/sent-without-tls'));
  const observed = await t.session.sendPlain(mutation.apply(base), {
    purpose: 'probe',
    mutation,
    base,
    faultClass: 'other',
  });
  const exchanges = [control, await t.session.record(observed)];
  const { answer, sent } = observed;
  if (sent.noAnswer?.kind === 'budget' || sent.noAnswer?.kind === 'proxy')
    throw cantTell(sent.noAnswer.message, exchanges);
  // A redirect, an error page or a proxy's refusal comes from whatever guards the port, not from the service.
  const served = answer?.code !== undefined || answer?.token !== undefined;
  return served
    ? {
        outcome: 'failed',
        message: say('token-b2b/http/answers-plain-http', { answer: describeAnswer(answer) }),
        exchanges,
      }
    : {
        outcome: 'passed',
        message: say('token-b2b/http/no-plain-http', { answer: t.describe(observed) }),
        exchanges,
      };
}

/** The checks of the area http that are about the connection below it. */
export const transportChecks: readonly Check<'token-b2b'>[] = [
  refusesPlainHttp,
  refusesOldTls,
  offersTls13,
];
