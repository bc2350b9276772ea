import fc from 'fast-check';
import { accepts } from '../../src/engine/checks/accepts.js';
import { area } from '../../src/engine/checks/area.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import { say } from '../../src/messages/message.js';
import { mediaTypes } from '../../src/protocol/token-body.js';
import { inCase, nameCasing, nameCasingExamples } from '../shared/arbitraries/name-casing.js';
import {
  unknownClientId,
  unknownClientIdExamples,
  unknownHeaders,
  unknownHeadersExamples,
} from '../shared/arbitraries/realistic.js';
import {
  rejectsFurtherHeaderForm,
  rejectsMissingFurtherHeader,
  withoutNames,
} from '../shared/further-headers.js';
import { rejectsMissingTimestamp } from '../shared/missing-timestamp.js';
import { overHttp1 } from '../shared/mutations.js';
import { requireRefusal } from '../shared/preconditions.js';
import {
  clientId,
  contentType,
  emptyHeader,
  otherValue,
  renamedHeader,
  secondValue,
  withHeaders,
  withoutHeader,
} from '../shared/token-mutations.js';
import { hostileText, hostileTextExamples } from './arbitraries/hostile.js';
import { mediaTypeOf } from './request-body.js';
import { tokenB2b } from './token-b2b.js';

function rejectsMissing(name: string, header: string): Check<'token-b2b'> {
  return refuses(name, {
    as: 'missing-field',
    field: header,
    probes: () => [withoutHeader(header)],
  });
}

function rejectsEmpty(name: string, header: string): Check<'token-b2b'> {
  // The header is there but has no value: the standard's cases 01 and 02 both speak of it.
  return refuses(name, { as: 'field-format', field: header, probes: () => [emptyHeader(header)] });
}

function rejectsTwo(name: string, header: string): Check<'token-b2b'> {
  return refuses(name, {
    as: 'other',
    field: header,
    probes: () =>
      (['before', 'after'] as const).map((place) => secondValue(header, otherValue, place)),
  });
}

const underscored = (t: CheckContext<'token-b2b'>) =>
  ['X-SIGNATURE', 'X-CLIENT-KEY', 'X-TIMESTAMP'].slice(0, t.effort.examples);

/** Shows something only if the header can't be left out altogether. */
const rejectsUnderscoreNames: Check<'token-b2b'> = {
  ...refuses('rejects-underscore-names', {
    as: 'other',
    before: async (t) => {
      for (const header of underscored(t)) {
        const fault = { faultClass: 'missing-field', faultField: header } as const;
        await requireRefusal(t, withoutHeader(header), fault);
      }
    },
    probes: (t) =>
      underscored(t).map((header) => renamedHeader(header, header.replaceAll('-', '_'))),
  }),
  forecast: (t, forecast) => {
    forecast.control();
    forecast.refused(underscored(t).length, 'missing-field');
    forecast.refused(underscored(t).length, 'other');
    forecast.confirm();
  },
};

function requireStrictContentType({ settings }: CheckContext<'token-b2b'>): void {
  if (settings.contentType !== 'refuse')
    throw inapplicable(say('token-b2b/headers/other-media-types-allowed'));
}

/** The length in characters that the document allows. */
const longestClientKey = ({
  settings: { clientKeyMaxLength },
}: CheckContext<'token-b2b'>): number => {
  if (clientKeyMaxLength === 'unspecified')
    throw inapplicable(say('token-b2b/headers/client-key-without-length'));
  return clientKeyMaxLength;
};

const rejectsOverLongClientKey: Check<'token-b2b'> = refuses('rejects-over-long-client-key', {
  // A server may call it badly formed or unknown.
  as: 'other',
  field: 'X-CLIENT-KEY',
  settings: ['/clientKeyMaxLength'],
  when: (t) => void longestClientKey(t),
  probes: (t) => {
    const length = longestClientKey(t) + 1;
    const id = t.session.signer.clientId.padEnd(length, '0').slice(0, length);
    return [clientId(id, say('token-b2b/headers/client-key-too-long', { characters: length }))];
  },
});

/** The client's own id with a small change, which a careless comparison would overlook; letter case first. */
const alteredIds = (id: string): string[] =>
  [id.toLowerCase(), id.toUpperCase(), id.slice(0, -1), `${id}0`, `0${id}`, `${id}-1`].filter(
    (altered) => altered !== id && altered !== '',
  );

const alteredId = (id: string): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.constantFrom(...alteredIds(id)),
      fc
        .nat({ max: Math.max(0, id.length - 1) })
        .map((at) => id.slice(0, at) + flipCase(id[at] ?? '') + id.slice(at + 1)),
    )
    .filter((altered) => altered !== id && altered !== '');

const flipCase = (letter: string) =>
  letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();

export const headers = area(tokenB2b, 'headers', [
  rejectsMissingTimestamp(),
  rejectsMissing('rejects-missing-client-key', 'X-CLIENT-KEY'),
  rejectsMissing('rejects-missing-signature', 'X-SIGNATURE'),
  rejectsEmpty('rejects-empty-timestamp', 'X-TIMESTAMP'),
  rejectsEmpty('rejects-empty-client-key', 'X-CLIENT-KEY'),
  rejectsEmpty('rejects-empty-signature', 'X-SIGNATURE'),
  rejectsMissingFurtherHeader(),
  rejectsFurtherHeaderForm(),
  refuses('rejects-unknown-client', {
    as: 'unknown-client',
    field: 'X-CLIENT-KEY',
    // An id that is too long is another check's matter.
    property: ({ settings: { clientKeyMaxLength: most } }) =>
      most === 'unspecified' ? unknownClientId : unknownClientId.map((id) => id.slice(0, most)),
    examples: ({ settings: { clientKeyMaxLength: most } }) =>
      unknownClientIdExamples.map((id) => (most === 'unspecified' ? id : id.slice(0, most))),
    mutate: (id: string) => clientId(id, say('shared/request/unknown-client')),
  }),
  rejectsOverLongClientKey,
  refuses('rejects-altered-client-id', {
    as: 'unknown-client',
    field: 'X-CLIENT-KEY',
    property: (t) => alteredId(t.session.signer.clientId),
    examples: (t) => alteredIds(t.session.signer.clientId),
    mutate: (id: string) => clientId(id, say('token-b2b/headers/client-key-altered')),
  }),
  refuses('rejects-hostile-client-id', {
    // Such an id may be called unknown or badly formed, or be refused by the HTTP server itself.
    as: 'other',
    field: 'X-CLIENT-KEY',
    property: (t) => hostileText(t.session.signer.clientId),
    examples: (t) => hostileTextExamples(t.session.signer.clientId),
    mutate: (id: string) => clientId(id, say('token-b2b/headers/client-key-hostile')),
  }),
  accepts('accepts-any-name-case', {
    property: () => nameCasing,
    examples: () => nameCasingExamples,
    mutate: (upper: boolean[]) =>
      overHttp1(
        withHeaders(say('token-b2b/headers/names-in-other-case'), (all) =>
          all.map(([name, value], index) => [inCase(name, upper, index * 12), value]),
        ),
      ),
  }),
  accepts('accepts-unknown-headers', {
    property: ({ settings }) => unknownHeaders.map(withoutNames(Object.keys(settings.headers))),
    examples: ({ settings }) =>
      unknownHeadersExamples.map(withoutNames(Object.keys(settings.headers))),
    mutate: (extra: [string, string][]) =>
      withHeaders(say('token-b2b/headers/unknown-headers'), (all) => [...all, ...extra]),
  }),
  accepts('accepts-content-type-charset', {
    probes: (t) =>
      ['; charset=utf-8', ';charset=UTF-8', '; charset="utf-8"'].map((parameter) =>
        contentType(`${mediaTypeOf(t)}${parameter}`, say('token-b2b/headers/content-type-charset')),
      ),
  }),
  accepts('accepts-content-type-case', {
    probes: (t) => {
      const own = mediaTypeOf(t);
      const mixed =
        own === mediaTypes.json ? 'Application/JSON' : own.replace('application', 'Application');
      return [mixed, own.toUpperCase()].map((value) =>
        contentType(value, say('token-b2b/headers/content-type-other-case')),
      );
    },
  }),
  rejectsTwo('rejects-duplicate-signature', 'X-SIGNATURE'),
  rejectsTwo('rejects-duplicate-client-key', 'X-CLIENT-KEY'),
  rejectsUnderscoreNames,
  refuses('rejects-missing-content-type', {
    // A mandatory header is missing, and so is a media type that the server supports: 400 and 415 both fit.
    as: 'other',
    field: 'Content-Type',
    settings: ['/contentType'],
    when: requireStrictContentType,
    probes: () => [withoutHeader('Content-Type')],
  }),
  refuses('rejects-text-plain', {
    as: 'other',
    field: 'Content-Type',
    settings: ['/contentType'],
    when: requireStrictContentType,
    probes: () => [
      contentType('text/plain', say('token-b2b/headers/content-type-says', { type: 'text/plain' })),
    ],
  }),
]);
