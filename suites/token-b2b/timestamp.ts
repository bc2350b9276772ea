import { area } from '../../src/engine/checks/area.js';
import { say } from '../../src/messages/message.js';
import { offsetChecks } from '../shared/exact-text-checks.js';
import { rejectsRuledOutForms } from '../shared/ruled-out-forms.js';
import {
  acceptsDocumentedForms,
  rejectsTimestamps as rejects,
  rejectsFarOff,
} from '../shared/timestamp-checks.js';
import { signedOver } from '../shared/token-mutations.js';
import { windowMeasure } from '../shared/window.js';
import { acceptsSlightlyAhead, windowChecks } from '../shared/window-checks.js';
import { tokenB2b } from './token-b2b.js';

export const timestamp = area(tokenB2b, 'timestamp', [
  acceptsDocumentedForms(),
  ...offsetChecks<'token-b2b'>(signedOver),
  rejects('rejects-missing-offset', say('shared/timestamp/has-no-offset'), 'withoutOffset'),
  rejects('rejects-separator', say('token-b2b/timestamp/has-other-separator'), 'wrongSeparator'),
  rejects('rejects-lower-case-z', say('token-b2b/timestamp/has-lower-case-z'), 'lowerCaseZ'),
  rejects('rejects-short-offset', say('token-b2b/timestamp/has-short-offset'), 'shortOffset'),
  rejects('rejects-incomplete', say('token-b2b/timestamp/is-incomplete'), 'incomplete'),
  rejects('rejects-epoch', say('shared/timestamp/is-epoch'), 'epoch'),
  rejects('rejects-other-notation', say('token-b2b/timestamp/is-other-notation'), 'otherNotation'),
  rejects('rejects-impossible-date', say('shared/timestamp/has-impossible-date'), 'impossibleDate'),
  rejects(
    'rejects-impossible-time',
    say('token-b2b/timestamp/has-impossible-time'),
    'impossibleTime',
  ),
  rejects(
    'rejects-impossible-offset',
    say('token-b2b/timestamp/has-impossible-offset'),
    'impossibleOffset',
  ),
  rejects('rejects-comma-fraction', say('token-b2b/timestamp/has-comma'), 'commaFraction'),
  rejects(
    'rejects-surrounding-text',
    say('token-b2b/timestamp/has-text-around'),
    'surroundingText',
  ),
  rejects('rejects-garbage', say('shared/timestamp/is-garbage'), 'garbage'),
  rejectsFarOff('rejects-stale', say('token-b2b/timestamp/is-stale'), -1, windowMeasure(-1)),
  rejectsFarOff('rejects-future', say('token-b2b/timestamp/is-future'), 1, windowMeasure(1)),
  acceptsSlightlyAhead(),
  ...windowChecks<'token-b2b'>(),
  rejectsRuledOutForms(),
]);
