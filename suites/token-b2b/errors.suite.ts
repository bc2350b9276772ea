import type { Answers } from '../../schemas/generated/profile.js';
import type { TokenB2b } from '../../schemas/settled.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { judged } from '../../src/engine/checks/judged.js';
import type { Mutation } from '../../src/engine/draft.js';
import type { Forecast } from '../../src/engine/forecast.js';
import { inapplicable } from '../../src/engine/outcome.js';
import { suite } from '../../src/engine/suite.js';
import {
  body,
  clientId,
  grantType,
  method,
  signatureBytes,
  timestamp,
  withoutHeader,
} from './mutations.js';
import { tokenB2b } from './service.js';

type DocumentedClass = keyof TokenB2b['answers'];

/** One plain refusal of each fault class, for a run that saw none. */
function samples(t: CheckContext): Record<DocumentedClass, { mutation: Mutation; field?: string }> {
  const { member } = t.settings.grantType;
  return {
    'missing-field': { mutation: withoutHeader('X-TIMESTAMP'), field: 'X-TIMESTAMP' },
    'field-format': { mutation: grantType(member, 1, `${member} is a number`), field: 'grantType' },
    'timestamp-format': {
      mutation: timestamp('not-a-timestamp', 'X-TIMESTAMP is no timestamp at all'),
      field: 'X-TIMESTAMP',
    },
    'unknown-client': {
      mutation: clientId(
        'nobody-knows-this-client',
        'X-CLIENT-KEY names a client that nobody registered',
      ),
      field: 'X-CLIENT-KEY',
    },
    'invalid-signature': {
      mutation: signatureBytes('the signature is all zeros', (bytes) => Buffer.alloc(bytes.length)),
      field: 'X-SIGNATURE',
    },
    'grant-type': {
      mutation: grantType(member, 'password', `${member} is another grant type`),
      field: 'grantType',
    },
    'malformed-body': { mutation: body('{"', 'the body is not JSON') },
    method: { mutation: method('PUT') },
  };
}

/** Sees to it that the run holds a refusal of each class, also where this area runs alone. */
async function sample(t: CheckContext): Promise<void> {
  for (const [faultClass, { mutation, field }] of Object.entries(samples(t)) as [
    DocumentedClass,
    { mutation: Mutation; field?: string },
  ][]) {
    if (t.session.refusedClasses.has(faultClass)) continue;
    await t.session.probe(mutation, {
      faultClass,
      ...(field !== undefined && { faultField: field }),
    });
  }
}

const sampled = {
  prepare: sample,
  forecast: (t: CheckContext, forecast: Forecast) => {
    for (const faultClass of Object.keys(samples(t)) as DocumentedClass[]) {
      if (!forecast.hasRefused(faultClass)) forecast.refused(1, faultClass);
    }
  },
};

function refusal(name: string, settings: string[] = [], when?: (t: CheckContext) => void): Check {
  return judged(name, { over: 'refusals', ...sampled, settings, ...(when && { when }) });
}

function classAnswer(faultClass: DocumentedClass): Check {
  return refusal(faultClass, [`/answers/${faultClass}`], ({ settings }) => {
    if (settings.answers[faultClass] === 'unspecified')
      throw inapplicable('the document does not show the answer to this');
  });
}

function ifAnyDocumented({ settings }: CheckContext): void {
  if (Object.values(settings.answers).every((answers) => answers === 'unspecified')) {
    throw inapplicable('the document shows no answer to a wrong request');
  }
}

function ifAnyMessage({ settings }: CheckContext): void {
  const documented = Object.values<Answers>(settings.answers).flatMap((answers) =>
    answers === 'unspecified' ? [] : answers,
  );
  if (documented.every(({ pattern }) => pattern === undefined)) {
    throw inapplicable('the document shows no message of an answer to a wrong request');
  }
}

suite(tokenB2b, 'errors', [
  refusal('shape'),
  refusal('seven-digits'),
  refusal('status-matches-code'),
  refusal('service-code', ['/serviceCode']),
  refusal('known-case'),
  classAnswer('missing-field'),
  classAnswer('field-format'),
  classAnswer('timestamp-format'),
  classAnswer('unknown-client'),
  classAnswer('invalid-signature'),
  classAnswer('grant-type'),
  classAnswer('malformed-body'),
  classAnswer('method'),
  refusal('message-pattern', ['/answers'], ifAnyMessage),
  judged('message-names-field', {
    over: 'refusals',
    ...sampled,
    settings: ['/answers'],
    when: ifAnyDocumented,
    otherwise: inapplicable(
      'no documented refusal of the run has one of the cases that name a field',
    ),
  }),
  refusal('message-length'),
  refusal('json-content-type'),
  refusal('timestamp-header', ['/success/headers/X-TIMESTAMP'], ({ settings }) => {
    if (settings.success.headers['X-TIMESTAMP'] === 'unspecified')
      throw inapplicable('the document names no response header X-TIMESTAMP');
  }),
  refusal('no-token'),
  refusal('no-5xx'),
  refusal('no-leak'),
  refusal('never-a-success-status'),
]);
