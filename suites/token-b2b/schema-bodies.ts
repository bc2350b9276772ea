import fc from 'fast-check';
import { breaches } from '../../src/engine/arbitraries/breaches.js';
import {
  type BrokenValue,
  brokenBy,
  type WayToBreak,
  waysToBreak,
} from '../../src/engine/arbitraries/broken-schema.js';
import { fromSchema } from '../../src/engine/arbitraries/from-schema.js';
import { kindOf } from '../../src/engine/arbitraries/json-kind.js';
import { readSchema } from '../../src/engine/arbitraries/schema-subset.js';
import { accepts } from '../../src/engine/checks/accepts.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { tokenB2bAdapter } from '../../src/engine/services/token-b2b.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { requireGrant } from '../shared/preconditions.js';
import { withBody } from '../shared/token-mutations.js';

type RequestSchema = Record<string, unknown> & {
  required?: readonly string[];
  properties?: Readonly<Record<string, unknown>>;
};

type RequestBody = Record<string, unknown>;

/**
 * The request's schema without members that it doesn't name: whether those are taken is a requirement
 * of its own. If the document is silent on the presence of grantType, it is there.
 */
function namedMembers({ settings }: CheckContext<'token-b2b'>): RequestSchema {
  const request = tokenB2bAdapter.schema(settings).json.$defs['request'] as RequestSchema;
  const { member, presence } = settings.grantType;
  const required = presence === 'optional' ? [] : [member];
  return {
    ...request,
    required: [...new Set([...(request.required ?? []), ...required])],
    additionalProperties: false,
  };
}

const schemaSettings = ['/schema', '/grantType'];

/** A value of each type, and a name that is no identifier. */
const variedInfo = { note: 'a', 'nama toko é': 'b', count: 1, flag: true, none: null, list: ['c'] };

const anyValid: Check<'token-b2b'> = accepts('accepts-schema-valid', {
  settings: schemaSettings,
  property: (t) =>
    (fromSchema(namedMembers(t)) as fc.Arbitrary<RequestBody>)
      // In a schema a list is one of two readings; a server may follow the other.
      .filter(({ additionalInfo }) => !Array.isArray(additionalInfo)),
  examples: (t) => {
    const { member, value } = t.settings.grantType;
    const plain = { [member]: value };
    const schema = readSchema(namedMembers(t));
    return [
      { ...plain, additionalInfo: variedInfo },
      plain,
      {},
      { ...plain, additionalInfo: {} },
      { ...plain, additionalInfo: { channel: 'mobilephone' } },
    ].filter((body) => breaches(schema, body).length === 0);
  },
  mutate: (value: RequestBody) =>
    withBody(JSON.stringify(value), say('token-b2b/body/schema-valid')),
});

/** A target that takes no additionalInfo at all is another check's finding: accepts-additional-info. */
function requirePlainAdditionalInfo(t: CheckContext<'token-b2b'>): Promise<void> {
  const { member, value } = t.settings.grantType;
  const plain = { [member]: value, additionalInfo: { note: 'plain' } };
  return requireGrant(
    t,
    withBody(
      JSON.stringify(plain),
      say('token-b2b/body/additional-info-text'),
      'body /additionalInfo',
    ),
  );
}

function namesAdditionalInfo(t: CheckContext<'token-b2b'>): boolean {
  return Object.hasOwn(namedMembers(t).properties ?? {}, 'additionalInfo');
}

/** Any body of the members that the request's schema names is given a token. */
export const acceptsSchemaValid: Check<'token-b2b'> = {
  ...anyValid,
  forecast: (t, forecast) => {
    if (namesAdditionalInfo(t)) forecast.granted(1);
    anyValid.forecast(t, forecast);
  },
  run: async (t) => {
    await t.requireControl();
    if (namesAdditionalInfo(t)) await requirePlainAdditionalInfo(t);
    return anyValid.run(t);
  },
};

/**
 * The ways in which a body breaks the schema; none if the schema leaves none. The whole body and
 * grantType have checks of their own for each way. Serializers write null for what is absent and, in PHP,
 * a list for an empty map, so those two are no ground to refuse.
 */
function waysOf(t: CheckContext<'token-b2b'>): WayToBreak[] {
  const own = ['', `/${t.settings.grantType.member}`];
  return waysToBreak(namedMembers(t)).filter(
    ({ place, keyword }) => !own.includes(place) && keyword !== 'additionalProperties',
  );
}

const isGround = ({ value }: BrokenValue) =>
  !['null', 'array'].includes(kindOf((value as RequestBody)['additionalInfo']));

function requireBrokenBodies(t: CheckContext<'token-b2b'>): fc.Arbitrary<BrokenValue> {
  const bodies = brokenBy(waysOf(t))?.filter(isGround);
  if (!bodies) throw inapplicable(say('token-b2b/body/only-grant-type-documented'));
  return bodies;
}

/** Tries of a way until it gives a body that is a ground to refuse. */
const tries = 20;

/** One body for each way, whatever the run's seed. */
function brokenExamples(t: CheckContext<'token-b2b'>): BrokenValue[] {
  return waysOf(t)
    .flatMap(({ values }) => fc.sample(values, { seed: 1, numRuns: tries }).find(isGround) ?? [])
    .slice(0, mostExamples);
}

/** The rest of the runs at standard depth is random. */
const mostExamples = 12;

/** A body that breaks the request's schema in one way, grantType aside, is given no token. */
export const rejectsSchemaInvalid: Check<'token-b2b'> = refuses('rejects-schema-invalid', {
  // One server finds a field of the wrong format, the next a message that it can't parse.
  as: 'other',
  settings: schemaSettings,
  when: requireBrokenBodies,
  property: requireBrokenBodies,
  examples: brokenExamples,
  mutate: ({ value, place, keyword }: BrokenValue) =>
    withBody(
      JSON.stringify(value),
      say('token-b2b/body/breaks-schema', { place, keyword }),
      `body ${place}`,
    ),
});
