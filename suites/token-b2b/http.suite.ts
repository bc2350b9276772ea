import fc from 'fast-check';
import { givesToken } from '../../src/engine/answer.js';
import { accepts } from '../../src/engine/checks/accepts.js';
import type { Check } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { cantTell, untested } from '../../src/engine/outcome.js';
import { suite } from '../../src/engine/suite.js';
import { headerOf } from '../../src/engine/wire.js';
import { type Disorder, disorderedRequest } from './arbitraries/disorder.js';
import { headers, method } from './mutations.js';
import { tokenB2b } from './service.js';

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
  cost: () => otherMethods.length,
  run: async (t) => {
    const control = await t.requireControl();
    let judged = 0;
    for (const verb of otherMethods) {
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

/** Requests one after the other over kept connections: the pool opens one and stays on it. */
const acceptsConnectionReuse: Check = {
  name: 'accepts-connection-reuse',
  cost: ({ runs }) => runs,
  run: async (t) => {
    const control = await t.requireControl();
    for (let sent = 1; sent <= t.runs; sent += 1) {
      const observed = await t.session.sendControl();
      if (observed.answer && givesToken(observed.answer)) continue;
      const evidence = [control, await t.session.record(observed)];
      if (!observed.answer)
        throw cantTell(`request ${sent} in a row got no answer: ${t.describe(observed)}`, evidence);
      return {
        outcome: 'failed',
        message: `request ${sent} in a row over kept connections is refused: ${t.describe(observed)}`,
        exchanges: evidence,
        runs: sent,
      };
    }
    return {
      outcome: 'passed',
      message: `${t.runs} requests in a row over kept connections were accepted`,
      exchanges: [control],
      runs: t.runs,
    };
  },
};

suite(tokenB2b, 'http', [
  refuses('refuses-other-methods', {
    as: 'method',
    property: () => fc.constantFrom(...otherMethods),
    mutate: (verb: string) => method(verb),
  }),
  otherMethodsAllow,
  accepts('accepts-chunked-body', {
    probes: () => [
      {
        name: 'the body is sent in chunks',
        field: 'body',
        apply: (draft) => ({ ...draft, chunked: true }),
      },
    ],
  }),
  accepts('accepts-accept-variants', {
    property: () => fc.constantFrom(...acceptValues),
    mutate: (value: string) =>
      headers(`Accept: ${value}`, (all) => [...all, ['Accept', value]], 'header Accept'),
  }),
  acceptsConnectionReuse,
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
]);
