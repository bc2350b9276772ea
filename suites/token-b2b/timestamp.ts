import { area } from '../../src/engine/checks/area.js';
import * as families from '../shared/arbitraries/timestamps.js';
import {
  acceptsDocumentedForms,
  offsetChecks,
  rejectsTimestamps as rejects,
  rejectsFarOff,
  rejectsRuledOutForms,
  windowChecks,
} from '../shared/timestamp-checks.js';
import { signedOver } from '../shared/token-mutations.js';
import { windowMeasure } from '../shared/window.js';
import { tokenB2b } from './token-b2b.js';

export const timestamp = area(tokenB2b, 'timestamp', [
  acceptsDocumentedForms(),
  ...offsetChecks<'token-b2b'>(signedOver),
  rejects('rejects-missing-offset', 'has no offset', families.withoutOffset),
  rejects(
    'rejects-separator',
    'has something other than T between date and time',
    families.wrongSeparator,
  ),
  rejects('rejects-lower-case-z', 'ends with a lower-case z', families.lowerCaseZ),
  rejects('rejects-short-offset', 'has a shortened offset', families.shortOffset),
  rejects('rejects-incomplete', 'lacks a part', families.incomplete),
  rejects('rejects-epoch', 'counts seconds or milliseconds since 1970', families.epoch),
  rejects('rejects-other-notation', 'is in another notation', families.otherNotation),
  rejects('rejects-impossible-date', 'has a date that no calendar has', families.impossibleDate),
  rejects('rejects-impossible-time', 'has a time that no clock shows', families.impossibleTime),
  rejects('rejects-impossible-offset', 'has an offset that no zone has', families.impossibleOffset),
  rejects('rejects-comma-fraction', 'has a comma before its fraction', families.commaFraction),
  rejects('rejects-surrounding-text', 'has text around it', families.surroundingText),
  rejects('rejects-garbage', 'is no timestamp at all', families.garbage),
  rejectsFarOff('rejects-stale', 'lies a day to a year in the past', -1, windowMeasure(-1)),
  rejectsFarOff('rejects-future', 'lies a day to a year in the future', 1, windowMeasure(1)),
  ...windowChecks<'token-b2b'>(),
  rejectsRuledOutForms(),
]);
