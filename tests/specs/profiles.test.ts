import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Answer, Answers, ProfileFile } from '../../schemas/generated/profile.js';
import { shippedCatalogue } from '../../src/engine/catalogue/catalogue.js';
import { escapePointer, valueAt } from '../../src/engine/input/json-pointer.js';
import { packageRoot } from '../../src/engine/input/package-root.js';
import { loadProfile, shippedProfiles } from '../../src/engine/profile/profile.js';
import { parseResponseCode } from '../../src/protocol/response-code.js';
import { type TokenServiceId, tokenServiceIds } from '../../src/protocol/services.js';
import { ownSchemaProblems, readProfile, readSpec } from './spec-files.js';
import { hasOwnSchema, readWireSchema, violations, wireAjv } from './wire-schema.js';

/** Pointers of the values a profile sets; a list is one value. */
function leaves(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [at];
  return Object.entries(value).flatMap(([key, below]) =>
    leaves(below, `${at}/${escapePointer(key)}`),
  );
}

function answersOf(profile: ProfileFile, service: TokenServiceId): [string, Answer][] {
  const answers = { ...profile.services?.[service]?.answers };
  const entries: [string, Answers | undefined][] = Object.entries(answers);
  return entries.flatMap(([fault, listed]) =>
    listed === undefined || listed === 'unspecified'
      ? []
      : listed.map((answer): [string, Answer] => [fault, answer]),
  );
}

describe.each(shippedProfiles())('the profile %s', (provider) => {
  const profile = readProfile(provider);
  const sources = Object.entries(profile.sources ?? {});
  const contradictions = profile.contradictions ?? [];

  test('is valid, and named as its file', () => {
    expect(ownSchemaProblems('profile', readSpec(`profiles/${provider}.yaml`))).toEqual([]);
    expect(profile.name).toBe(provider);
  });

  test('cites a source for every value it sets', () => {
    const values = leaves(profile.services, '/services');
    expect(values.length).toBeGreaterThan(10);
    const bare = values.filter(
      (at) => !sources.some(([key]) => at === key || at.startsWith(`${key}/`)),
    );
    expect(bare).toEqual([]);
  });

  test('cites a source for all that it demands of merchants', () => {
    const bare = (profile.merchant ? leaves(profile.merchant, '/merchant') : []).filter(
      (at) => !sources.some(([key]) => at === key || at.startsWith(`${key}/`)),
    );
    expect(bare).toEqual([]);
  });

  test('cites declared documents, each of them, for values that are there', () => {
    const declared = Object.keys(profile.documents ?? {});
    for (const [pointer, source] of sources) {
      expect(declared, pointer).toContain(source.document);
      expect(valueAt(profile, pointer), pointer).toBeDefined();
    }
    for (const change of Object.values(profile.requirements ?? {})) {
      expect(declared).toContain(change.source.document);
    }
    const cited = new Set(sources.map(([, source]) => source.document));
    expect(declared.filter((tag) => !cited.has(tag))).toEqual([]);
  });

  test('has wire schemas that exist, and a path that is valid in a URI', () => {
    const { services } = loadProfile(provider, packageRoot);
    for (const { schema } of [
      ...tokenServiceIds.map((service) => services[service]),
      services.transaction,
    ])
      expect(existsSync(join(packageRoot, 'schemas', schema))).toBe(true);
    // The standard's own rule for paths holds for those who don't name another.
    if (hasOwnSchema(provider))
      expect(violations(readWireSchema(provider), 'path', services['token-b2b'].path)).toEqual([]);
    for (const service of tokenServiceIds)
      expect(services[service].path).toMatch(/^(?:\/[\w.~-]+)+$/);
  });

  test.each(tokenServiceIds)('%s: gives answers that agree with themselves', (name) => {
    const { serviceCode, codeForm } = loadProfile(provider, packageRoot).services[name];
    // A document that names another one in its answers can't demand the service's own.
    const excused = profile.requirements?.[`${name}/errors/service-code`] !== undefined;
    const service: unknown = excused ? expect.any(String) : serviceCode;
    for (const [fault, { status, code, message, pattern }] of answersOf(profile, name)) {
      // The parts of a code of the provider's own form mean nothing, and a document may refuse under any status.
      if (codeForm === 'snap')
        expect(parseResponseCode(code, serviceCode), fault).toMatchObject({
          ...(Number(status) >= 400 && { httpStatus: status }),
          serviceCode: service,
        });
      if (pattern !== undefined) expect(message, fault).toMatch(new RegExp(pattern, 'iu'));
    }
  });

  test('gives answers of transactions that agree with themselves', () => {
    const { codeForm } = loadProfile(provider, packageRoot).services.transaction;
    const answers = Object.entries(profile.services?.transaction?.answers ?? {});
    for (const [fault, listed] of answers) {
      for (const { status, code, message, pattern } of listed === 'unspecified' ? [] : listed) {
        if (codeForm === 'snap' && Number(status) >= 400)
          expect(code.slice(0, 3), fault).toBe(String(status));
        if (pattern !== undefined) expect(message, fault).toMatch(new RegExp(pattern, 'iu'));
      }
    }
  });

  test('has contradictions whose place is in the wire schema', () => {
    for (const { id, at, service } of contradictions)
      expect(valueAt(readWireSchema(provider, service), at), `${id} at ${at}`).toBeDefined();
  });

  test('has contradictions whose readings compile and differ', () => {
    for (const { id, readings } of contradictions) {
      for (const reading of readings) wireAjv().compile(reading.schema);
      const schemas = readings.map((reading) => JSON.stringify(reading.schema));
      expect(new Set(schemas).size, id).toBe(schemas.length);
      const names = readings.map((reading) => reading.name);
      expect(new Set(names).size, id).toBe(names.length);
    }
  });

  test('gives a reason for each contradiction that it rules', () => {
    const unreasoned = contradictions.filter(
      ({ ruling, because }) => ruling === 'first' && because === undefined,
    );
    expect(unreasoned.map(({ id }) => id)).toEqual([]);
  });

  test('names requirements that the catalogue holds', () => {
    const catalogue = shippedCatalogue();
    const named = [
      ...Object.keys(profile.requirements ?? {}),
      ...contradictions.flatMap(({ requirements }) => requirements ?? []),
    ];
    expect(named.filter((id) => !catalogue.has(id))).toEqual([]);
  });
});

test('contradictions have ids of their own across the profiles', () => {
  const ids = shippedProfiles().flatMap((provider) =>
    (readProfile(provider).contradictions ?? []).map(({ id }) => id),
  );
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test.each([
  [
    'aspi-sandbox',
    ['endpoint-header-misspelt', 'portal-path-version', 'portal-signature-encoding'],
  ],
  ['ayolinx', ['grant-type-presence', 'timestamp-pattern-hyphen']],
  [
    'bca',
    [
      'bca-connection-not-allowed',
      'bca-grant-type-code',
      'bca-message-letter-case',
      'bca-signature-letter-case',
      'bca-signature-message',
      'bca-timestamp-message',
      'bca-timestamp-zone',
      'bca-transaction-signature-sample',
    ],
  ],
  ['bank-raya', ['bank-raya-timestamp', 'bank-raya-transaction-timestamp']],
  ['bni', ['bni-success-code']],
  [
    'bri',
    [
      'bri-channel-id-letters',
      'bri-external-id-length',
      'bri-private-key-sent',
      'bri-response-code-presence',
      'bri-timestamp-zone',
      'bri-transaction-hash',
    ],
  ],
  [
    'brick',
    [
      'brick-path',
      'brick-timestamp-milliseconds',
      'brick-timestamp-pattern-space',
      'brick-transaction-key',
    ],
  ],
  [
    'doku',
    [
      'b2b2c-grant-type-spelling',
      'expires-in-type',
      'header-name-space',
      'media-type-example',
      'path-backtick',
      'request-additional-info',
      'response-additional-info',
      'response-code-length',
      'response-timestamp-form',
      'signature-sample',
      'timestamp-answer',
      'timestamp-form',
      'timestamp-form-in-sdks',
    ],
  ],
  ['duitku', ['duitku-channel-id-length']],
  [
    'durianpay',
    [
      'durianpay-expires-in',
      'durianpay-external-id',
      'durianpay-grant-type',
      'durianpay-timestamp-milliseconds',
    ],
  ],
  ['espay', ['espay-channel-id-letter-case']],
  ['faspay', ['faspay-signature-sample', 'faspay-timestamp-pattern']],
  ['finpay', ['finpay-access-token-length', 'finpay-expires-in-type', 'finpay-path']],
  ['ifortepay', ['ifortepay-asymmetric-key']],
  ['mandiri', ['mandiri-channel-id', 'mandiri-success-code']],
  [
    'midtrans',
    [
      'midtrans-external-id',
      'midtrans-grant-type-name',
      'midtrans-signature-sample',
      'midtrans-success-message',
      'midtrans-timestamp-form',
    ],
  ],
  ['nicepay', ['nicepay-client-key-header-space', 'nicepay-timestamp-offset']],
  [
    'paycloud',
    ['paycloud-additional-info', 'paycloud-signature-sample', 'paycloud-timestamp-pattern'],
  ],
  ['paycools', ['paycools-path-version']],
  ['qoinhub', ['qoinhub-additional-info', 'qoinhub-signature-sample']],
  ['smilepay', ['smilepay-expires-in-type']],
  ['speedcash', ['speedcash-external-id', 'speedcash-timestamp-milliseconds']],
])('%s: the known contradictions of its document are listed', (provider, known) => {
  const listed = (readProfile(provider).contradictions ?? []).map(({ id }) => id);
  expect(listed.toSorted()).toEqual(known);
});
