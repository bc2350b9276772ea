import { area } from '../../src/engine/checks/area.js';
import { acceptedBodies } from './accepts-bodies.js';
import { acceptsValid } from './accepts-valid.js';
import { refusedForms } from './refused-forms.js';
import { refusedHashes } from './refused-hashes.js';
import { refusedKeys } from './refused-keys.js';
import { refusedTexts } from './refused-texts.js';
import { signedQueries } from './signed-queries.js';
import { transaction } from './transaction.js';

export const signature = area(transaction, 'signature', [
  acceptsValid,
  ...acceptedBodies,
  ...refusedHashes,
  ...signedQueries,
  ...refusedTexts,
  ...refusedForms,
  ...refusedKeys,
]);
