import { area } from '../../src/engine/checks/area.js';
import { say } from '../../src/messages/message.js';
import { rejectsRuledOutForms } from '../shared/ruled-out-forms.js';
import { rejectsTimestamps as rejects } from '../shared/timestamp-checks.js';
import { tokenB2b2c } from './token-b2b2c.js';

export const timestamp = area(tokenB2b2c, 'timestamp', [
  rejects('rejects-missing-offset', say('shared/timestamp/has-no-offset'), 'withoutOffset'),
  rejects('rejects-epoch', say('shared/timestamp/is-epoch'), 'epoch'),
  rejects('rejects-impossible-date', say('shared/timestamp/has-impossible-date'), 'impossibleDate'),
  rejects('rejects-garbage', say('shared/timestamp/is-garbage'), 'garbage'),
  rejectsRuledOutForms(),
]);
