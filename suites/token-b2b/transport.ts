import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { isLoopback } from '../../src/engine/config/is-loopback.js';
import { describeAnswer } from '../../src/engine/http/answer.js';
import { tlsHandshake } from '../../src/engine/http/tls-handshake.js';
import { cantTell, type Finding, inapplicable } from '../../src/engine/session/outcome.js';
import { withoutCredentials } from '../shared/token-mutations.js';

function usesTls({ session }: CheckContext): boolean {
  return new URL(session.target.baseUrl).protocol === 'https:';
}

function ifTls(t: CheckContext): void {
  if (!usesTls(t)) throw inapplicable('the target is reached over plain http');
}

/** A server that takes TLS 1.1 or 1.0 where nothing newer is offered. */
const refusesOldTls: Check = {
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
          message: `a connection with ${handshake.protocol} came about`,
          exchanges,
        };
      case 'refused':
        return {
          outcome: 'passed',
          message: `TLS 1.0 and 1.1 were refused (${handshake.message})`,
          exchanges,
        };
      default:
        throw cantTell(`TLS 1.0 and 1.1 could not be tried: ${handshake.message}`, exchanges);
    }
  },
};

const offersTls13: Check = {
  name: 'offers-tls-1-3',
  when: ifTls,
  forecast: (_t, forecast) => forecast.control(),
  run: async (t) => {
    const exchanges = [await t.requireControl()];
    let handshake = await tlsHandshake(t.session.target, 'TLSv1.3', 'TLSv1.3');
    // A connection may be reset by chance; a version is refused each time.
    if (handshake.kind === 'refused')
      handshake = await tlsHandshake(t.session.target, 'TLSv1.3', 'TLSv1.3');
    switch (handshake.kind) {
      case 'agreed':
        return { outcome: 'passed', message: 'TLS 1.3 was agreed on', exchanges };
      case 'refused':
        return {
          outcome: 'failed',
          message: `TLS 1.3 was refused (${handshake.message})`,
          exchanges,
        };
      default:
        throw cantTell(`TLS 1.3 could not be tried: ${handshake.message}`, exchanges);
    }
  },
};

/** The service answers in the clear. Nothing worth hiding is sent: neither client id nor signature. */
const refusesPlainHttp: Check = {
  name: 'refuses-plain-http',
  when: (t) => {
    if (!usesTls(t) && isLoopback(new URL(t.session.target.baseUrl).hostname))
      throw inapplicable('plain http on loopback never leaves the machine');
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
          message: 'the token was asked for and given over plain http: anybody on the way reads it',
          exchanges: [control],
        };
  },
};

async function tryPlain(t: CheckContext, control: string): Promise<Finding> {
  const base = t.session.draft();
  const mutation = withoutCredentials('sent without TLS, and without client id and signature');
  const observed = await t.session.sendPlain(mutation.apply(base), {
    purpose: 'probe',
    mutation,
    base,
    faultClass: 'other',
  });
  const exchanges = [control, await t.session.record(observed)];
  const { answer, sent } = observed;
  if (sent.noAnswer?.kind === 'budget') throw cantTell(sent.noAnswer.message, exchanges);
  // A redirect, an error page or a proxy's refusal comes from whoever guards the port, not from the service.
  const served = answer?.code !== undefined || answer?.token !== undefined;
  return served
    ? {
        outcome: 'failed',
        message: `the service answers over plain http too: ${describeAnswer(answer)}`,
        exchanges,
      }
    : {
        outcome: 'passed',
        message: `the service doesn't answer over plain http: ${t.describe(observed)}`,
        exchanges,
      };
}

/** The checks of the area http that are about the connection below it. */
export const transportChecks: readonly Check[] = [refusesPlainHttp, refusesOldTls, offersTls13];
