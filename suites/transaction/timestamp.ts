import fc from 'fast-check';
import { area } from '../../src/engine/checks/area.js';
import * as families from '../shared/arbitraries/timestamps.js';
import {
  acceptsDocumentedForms,
  offsetChecks,
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

// The token service has a check for each family; here a few show whether its parser is used at all.
export const timestamp = area(transaction, 'timestamp', [
  acceptsDocumentedForms(),
  ...offsetChecks<'transaction'>(signedOver),
  rejectsTimestamps('rejects-missing-offset', 'has no offset', families.withoutOffset),
  rejectsTimestamps(
    'rejects-impossible',
    'has a date, a time or an offset that does not exist',
    anyOf(families.impossibleDate, families.impossibleTime, families.impossibleOffset),
  ),
  rejectsTimestamps(
    'rejects-other-form',
    'is in another form than the documented one',
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
  rejectsTimestamps('rejects-garbage', 'is no timestamp at all', families.garbage),
  rejectsFarOff('rejects-stale', 'lies a day to a year in the past', -1),
  rejectsFarOff('rejects-future', 'lies a day to a year in the future', 1),
  ...windowChecks<'transaction'>(),
  rejectsRuledOutForms(),
]);
