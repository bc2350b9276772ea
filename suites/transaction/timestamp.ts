import fc from 'fast-check';
import { area } from '../../src/engine/checks/area.js';
import { say } from '../../src/messages/message.js';
import * as families from '../shared/arbitraries/timestamps.js';
import { offsetChecks } from '../shared/exact-text-checks.js';
import {
  acceptsDocumentedForms,
  acceptsSlightlyAhead,
  rejectsFarOff,
  rejectsRuledOutForms,
  rejectsTimestamps,
  windowChecks,
} from '../shared/timestamp-checks.js';
import { signedOver } from './mutations.js';
import { transaction } from './transaction.js';

/** Any of several families, all near the same instant. */
const anyOf =
  (...those: ((now: number) => fc.Arbitrary<string>)[]) =>
  (now: number) =>
    fc.oneof(...those.map((family) => family(now)));

// The token service has a check for each family. A few are enough here to show whether the same parser is used.
export const timestamp = area(transaction, 'timestamp', [
  acceptsDocumentedForms(),
  ...offsetChecks<'transaction'>(signedOver),
  rejectsTimestamps(
    'rejects-missing-offset',
    say('shared/timestamp/has-no-offset'),
    families.withoutOffset,
  ),
  rejectsTimestamps(
    'rejects-impossible',
    say('transaction/timestamp/has-impossible-part'),
    anyOf(families.impossibleDate, families.impossibleTime, families.impossibleOffset),
  ),
  rejectsTimestamps(
    'rejects-other-form',
    say('transaction/timestamp/is-in-another-form'),
    anyOf(
      families.wrongSeparator,
      families.lowerCaseZ,
      families.shortOffset,
      families.incomplete,
      families.epoch,
      families.otherNotation,
      families.commaFraction,
      families.surroundingText,
    ),
  ),
  rejectsTimestamps('rejects-garbage', say('shared/timestamp/is-garbage'), families.garbage),
  rejectsFarOff('rejects-stale', say('transaction/timestamp/lies-far-in-the-past'), -1),
  rejectsFarOff('rejects-future', say('transaction/timestamp/lies-far-in-the-future'), 1),
  acceptsSlightlyAhead(),
  ...windowChecks<'transaction'>(),
  rejectsRuledOutForms(),
]);
