import fc from 'fast-check';
import { accepts, judgeAccepted } from '../../src/engine/checks/accepts.js';
import { area } from '../../src/engine/checks/area.js';
import type { Check } from '../../src/engine/checks/check.js';
import type { Judge } from '../../src/engine/checks/probe-family.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { headerOf } from '../../src/engine/http/wire.js';
import { inapplicable, untested } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { addedHeader, method } from '../shared/token-mutations.js';
import { acceptsAcceptEncodings } from './accept-encodings.js';
import { type Disorder, disorderedExamples, disorderedRequest } from './arbitraries/disorder.js';
import { acceptsOtherPaths, refusesOtherPaths, unknownPathNotFound } from './paths.js';
import { tokenB2b } from './token-b2b.js';
import { transportChecks } from './transport.js';

const otherMethods = ['GET', 'PUT', 'PATCH', 'DELETE'] as const;
/** Those that common clients send come first. */
const acceptValues = [
  'application/json, text/plain, */*',
  '*/*',
  'application/json',
  'application/*',
  'application/json;q=0.9, */*;q=0.1',
];

/** A server may ask for a length instead of reading chunks (RFC 9112 section 6.3): it is taken at its word. */
const judgeChunked: Judge<'token-b2b'> = (observed, t) => {
  if (observed.answer?.status === 411) throw inapplicable(say('token-b2b/http/length-required'));
  return judgeAccepted(observed, t);
};

/** A 405 says which methods there are (RFC 9110 section 15.5.6). */
const otherMethodsAllow: Check<'token-b2b'> = {
  name: 'other-methods-allow',
  forecast: (t, forecast) => {
    forecast.control();
    forecast.refused(Math.min(otherMethods.length, t.effort.examples), 'method');
  },
  run: async (t) => {
    const control = await t.requireControl();
    let judged = 0;
    for (const verb of otherMethods.slice(0, t.effort.examples)) {
      const observed = await t.session.probe(method(verb), { faultClass: 'method' });
      if (observed.answer?.status !== 405) continue;
      judged += 1;
      const allow = headerOf(observed.answer.response.headers, 'allow');
      const allowed = allow?.split(',').map((name) => name.trim().toUpperCase());
      if (allowed?.includes('POST')) continue;
      return {
        outcome: 'failed',
        message:
          allow === undefined
            ? say('token-b2b/http/allow-absent', { method: verb })
            : say('token-b2b/http/allow-without-post', { method: verb, allow }),
        exchanges: [control, await t.session.record(observed)],
        runs: judged,
      };
    }
    if (judged === 0) throw untested(say('token-b2b/http/no-answer-405'), [control]);
    return {
      outcome: 'passed',
      message: say('token-b2b/http/allow-names-post', { answers: judged }),
      exchanges: [control],
      runs: judged,
    };
  },
};

export const http = area(tokenB2b, 'http', [
  refuses('refuses-other-methods', {
    as: 'method',
    property: () => fc.constantFrom(...otherMethods),
    examples: () => otherMethods,
    mutate: (verb: string) => method(verb),
  }),
  otherMethodsAllow,
  refusesOtherPaths,
  unknownPathNotFound,
  acceptsOtherPaths,
  accepts('accepts-chunked-body', {
    probes: () => [
      {
        name: say('token-b2b/http/chunked-body'),
        field: 'body',
        apply: (draft) => ({ ...draft, chunked: true }),
      },
    ],
    judge: judgeChunked,
  }),
  accepts('accepts-expect-continue', { probes: () => [addedHeader('Expect', '100-continue')] }),
  acceptsAcceptEncodings,
  accepts('accepts-accept-variants', {
    property: () => fc.constantFrom(...acceptValues),
    examples: () => acceptValues,
    mutate: (value: string) => addedHeader('Accept', value),
  }),
  accepts('accepts-connection-modes', {
    // The connection is kept open and used again, as in the rest of the run, or closed after one answer.
    property: () => fc.constantFrom('close', 'keep-alive'),
    examples: () => ['close', 'keep-alive'],
    mutate: (value: string) => addedHeader('Connection', value),
  }),
  refuses('robustness', {
    as: 'other',
    silence: 'violation',
    property: () => disorderedRequest,
    examples: () => disorderedExamples,
    mutate: (disorder: Disorder) => ({
      name: say('token-b2b/http/no-token-request'),
      field: 'headers',
      apply: (draft) => ({
        ...draft,
        contentType: disorder.contentType,
        body: Buffer.from(disorder.body, 'base64'),
        editHeaders: () => [['Content-Type', disorder.contentType], ...disorder.headers],
      }),
    }),
  }),
  ...transportChecks,
]);
