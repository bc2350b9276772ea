import fc from 'fast-check';
import { accepts } from '../../src/engine/checks/accepts.js';
import { area } from '../../src/engine/checks/area.js';
import type { Check } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { headerOf } from '../../src/engine/http/wire.js';
import { untested } from '../../src/engine/session/outcome.js';
import { addedHeader, method, withHeaders } from '../shared/token-mutations.js';
import { acceptsAcceptEncodings } from './accept-encodings.js';
import { type Disorder, disorderedRequest } from './arbitraries/disorder.js';
import { refusesOtherPaths, unknownPathNotFound } from './paths.js';
import { tokenB2b } from './token-b2b.js';
import { transportChecks } from './transport.js';

const otherMethods = ['GET', 'PUT', 'PATCH', 'DELETE'] as const;
const acceptValues = [
  'application/json',
  '*/*',
  'application/*',
  'application/json;q=0.9, */*;q=0.1',
  'application/json, text/plain, */*',
];

/** A 405 says which methods there are (RFC 9110 section 15.5.6). */
const otherMethodsAllow: Check = {
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
      const found = allow === undefined ? 'has no Allow header' : `allows ${JSON.stringify(allow)}`;
      return {
        outcome: 'failed',
        message: `the answer 405 to ${verb} ${found}, POST belongs there`,
        exchanges: [control, await t.session.record(observed)],
        runs: judged,
      };
    }
    if (judged === 0) throw untested('no other method was answered with 405', [control]);
    return {
      outcome: 'passed',
      message: `Allow names POST in ${judged} answers`,
      exchanges: [control],
      runs: judged,
    };
  },
};

export const http = area(tokenB2b, 'http', [
  refuses('refuses-other-methods', {
    as: 'method',
    property: () => fc.constantFrom(...otherMethods),
    mutate: (verb: string) => method(verb),
  }),
  otherMethodsAllow,
  refusesOtherPaths,
  unknownPathNotFound,
  accepts('accepts-chunked-body', {
    probes: () => [
      {
        name: 'the body is sent in chunks',
        field: 'body',
        apply: (draft) => ({ ...draft, chunked: true }),
      },
    ],
  }),
  accepts('accepts-expect-continue', { probes: () => [addedHeader('Expect', '100-continue')] }),
  acceptsAcceptEncodings,
  accepts('accepts-accept-variants', {
    property: () => fc.constantFrom(...acceptValues),
    mutate: (value: string) =>
      withHeaders(`Accept: ${value}`, (all) => [...all, ['Accept', value]], 'header Accept'),
  }),
  accepts('accepts-connection-modes', {
    // Kept open and used again, which every other request of the run does, or closed after one answer.
    property: () => fc.constantFrom('close', 'keep-alive'),
    mutate: (value: string) =>
      withHeaders(
        `Connection: ${value}`,
        (all) => [...all, ['Connection', value]],
        'header Connection',
      ),
  }),
  refuses('robustness', {
    as: 'other',
    silence: 'violation',
    property: () => disorderedRequest,
    mutate: (disorder: Disorder) => ({
      name: 'headers and body are well-formed HTTP, but no token request',
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
