import { area } from '../../src/engine/checks/area.js';
import { say } from '../../src/messages/message.js';
import { offsetChecks } from '../shared/exact-text-checks.js';
import { rejectsRuledOutForms } from '../shared/ruled-out-forms.js';
import {
  acceptsDocumentedForms,
  rejectsFarOff,
  rejectsTimestamps,
} from '../shared/timestamp-checks.js';
import { acceptsSlightlyAhead, windowChecks } from '../shared/window-checks.js';
import { signedOver } from './mutations.js';
import { transaction } from './transaction.js';

// The token service has a check for each family. A few are enough here to show whether the same parser is used.
export const timestamp = area(transaction, 'timestamp', [
  acceptsDocumentedForms(),
  ...offsetChecks<'transaction'>(signedOver),
  rejectsTimestamps(
    'rejects-missing-offset',
    say('shared/timestamp/has-no-offset'),
    'withoutOffset',
  ),
  rejectsTimestamps(
    'rejects-impossible',
    say('transaction/timestamp/has-impossible-part'),
    'impossibleDate',
    'impossibleTime',
    'impossibleOffset',
  ),
  rejectsTimestamps(
    'rejects-other-form',
    say('transaction/timestamp/is-in-another-form'),
    'wrongSeparator',
    'lowerCaseZ',
    'shortOffset',
    'incomplete',
    'epoch',
    'otherNotation',
    'commaFraction',
    'surroundingText',
  ),
  rejectsTimestamps('rejects-garbage', say('shared/timestamp/is-garbage'), 'garbage'),
  rejectsFarOff('rejects-stale', say('transaction/timestamp/lies-far-in-the-past'), -1),
  rejectsFarOff('rejects-future', say('transaction/timestamp/lies-far-in-the-future'), 1),
  acceptsSlightlyAhead(),
  ...windowChecks<'transaction'>(),
  rejectsRuledOutForms(),
]);
