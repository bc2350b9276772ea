import type { StandardHeader } from '../../schemas/resolved.js';
import { accepts } from '../../src/engine/checks/accepts.js';
import { area } from '../../src/engine/checks/area.js';
import type { Check } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import type { SettingsOf } from '../../src/engine/session/service.js';
import { say } from '../../src/messages/message.js';
import { inCase, nameCasing, nameCasingExamples } from '../shared/arbitraries/name-casing.js';
import { unknownHeaders, unknownHeadersExamples } from '../shared/arbitraries/realistic.js';
import {
  rejectsFurtherHeaderForm,
  rejectsMissingFurtherHeader,
  withoutNames,
} from '../shared/further-headers.js';
import { rejectsMissingTimestamp } from '../shared/missing-timestamp.js';
import { emptyHeader, overHttp1, withHeaders, withoutHeader } from '../shared/mutations.js';
import { acceptsLongestExternalId } from './longest-external-id.js';
import { externalId } from './mutations.js';
import { rejectsReusedExternalId } from './reused-external-id.js';
import { transaction } from './transaction.js';

type RuledHeader = StandardHeader;

/** Headers that the profile has rules for; every document makes the others mandatory. */
const ruled: readonly string[] = [
  'X-PARTNER-ID',
  'X-EXTERNAL-ID',
  'CHANNEL-ID',
] satisfies RuledHeader[];

const ruleOf = (settings: SettingsOf<'transaction'>, header: string) =>
  settings.headers[header as RuledHeader];

function mandatory(header: string): Pick<Check<'transaction'>, 'settings' | 'when'> {
  if (!ruled.includes(header)) return {};
  return {
    settings: [`/headers/${header}/presence`],
    when: ({ settings }) => {
      const { presence } = ruleOf(settings, header);
      if (presence !== 'required')
        throw inapplicable(
          presence === 'optional'
            ? say('transaction/headers/optional', { header })
            : say('transaction/headers/presence-unspecified', { header }),
        );
    },
  };
}

function rejectsMissing(name: string, header: string): Check<'transaction'> {
  return refuses<never, 'transaction'>(name, {
    as: 'missing-field',
    field: header,
    ...mandatory(header),
    probes: () => [withoutHeader(header)],
  });
}

function rejectsEmpty(name: string, header: string): Check<'transaction'> {
  // Present but without a value: the standard's cases 01 and 02 both speak of it.
  return refuses<never, 'transaction'>(name, {
    as: 'field-format',
    field: header,
    ...mandatory(header),
    probes: () => [emptyHeader(header)],
  });
}

/** One character more than the document allows. */
function rejectsOverLong(name: string, header: RuledHeader): Check<'transaction'> {
  const longest = (settings: SettingsOf<'transaction'>) => {
    const { maxLength } = settings.headers[header];
    if (maxLength === 'unspecified')
      throw inapplicable(say('transaction/headers/length-unspecified', { header }));
    return maxLength;
  };
  return refuses<never, 'transaction'>(name, {
    as: 'field-format',
    field: header,
    settings: [`/headers/${header}/maxLength`],
    when: ({ settings }) => void longest(settings),
    probes: ({ settings }) => {
      const length = longest(settings) + 1;
      const says = say('transaction/headers/of-length', { header, length });
      const over = (right: string) => right.padEnd(length, '0').slice(0, length);
      return header === 'X-EXTERNAL-ID'
        ? [externalId(over, says)]
        : [
            withHeaders(
              says,
              (all) =>
                all.map(([each, value]) => [
                  each,
                  each.toUpperCase() === header ? over(value) : value,
                ]),
              `header ${header}`,
            ),
          ];
    },
  });
}

/** Leaves out headers that mean something to a transaction. */
const withoutKnown = ({ headers }: SettingsOf<'transaction'>) =>
  withoutNames(['ORIGIN', ...Object.keys(headers)]);

export const headers = area(transaction, 'headers', [
  rejectsMissingTimestamp(),
  rejectsMissing('rejects-missing-signature', 'X-SIGNATURE'),
  rejectsMissing('rejects-missing-partner-id', 'X-PARTNER-ID'),
  rejectsMissing('rejects-missing-external-id', 'X-EXTERNAL-ID'),
  rejectsMissing('rejects-missing-channel-id', 'CHANNEL-ID'),
  rejectsEmpty('rejects-empty-timestamp', 'X-TIMESTAMP'),
  rejectsEmpty('rejects-empty-signature', 'X-SIGNATURE'),
  rejectsEmpty('rejects-empty-partner-id', 'X-PARTNER-ID'),
  rejectsEmpty('rejects-empty-external-id', 'X-EXTERNAL-ID'),
  rejectsEmpty('rejects-empty-channel-id', 'CHANNEL-ID'),
  rejectsReusedExternalId,
  refuses<never, 'transaction'>('rejects-external-id-form', {
    as: 'field-format',
    field: 'X-EXTERNAL-ID',
    settings: ['/headers/X-EXTERNAL-ID/form'],
    when: ({ settings }) => {
      if (settings.headers['X-EXTERNAL-ID'].form !== 'digits')
        throw inapplicable(
          say('transaction/headers/form-unspecified', { header: 'X-EXTERNAL-ID' }),
        );
    },
    probes: () => [
      externalId(
        (right) => `ab${right.slice(2)}`,
        say('transaction/headers/began-with-letters', { header: 'X-EXTERNAL-ID' }),
      ),
      externalId(
        (right) => `${right.slice(0, 9)}-${right.slice(9)}`,
        say('transaction/headers/had-hyphen', { header: 'X-EXTERNAL-ID' }),
      ),
    ],
  }),
  acceptsLongestExternalId,
  rejectsOverLong('rejects-over-long-external-id', 'X-EXTERNAL-ID'),
  rejectsOverLong('rejects-over-long-partner-id', 'X-PARTNER-ID'),
  rejectsOverLong('rejects-over-long-channel-id', 'CHANNEL-ID'),
  rejectsMissingFurtherHeader(),
  rejectsFurtherHeaderForm(),
  accepts<boolean[], 'transaction'>('accepts-header-letter-case', {
    property: () => nameCasing,
    examples: () => nameCasingExamples,
    mutate: (upper) =>
      overHttp1(
        withHeaders(say('transaction/headers/names-in-other-case'), (all) =>
          all.map(([name, value], index) => [inCase(name, upper, index * 12), value]),
        ),
      ),
  }),
  accepts<[string, string][], 'transaction'>('accepts-extra-headers', {
    property: ({ settings }) =>
      unknownHeaders.map(withoutKnown(settings)).filter((all) => all.length > 0),
    examples: ({ settings }) =>
      unknownHeadersExamples.map(withoutKnown(settings)).filter((all) => all.length > 0),
    mutate: (extra) =>
      withHeaders(say('transaction/headers/unknown-headers'), (all) => [...all, ...extra]),
  }),
]);
