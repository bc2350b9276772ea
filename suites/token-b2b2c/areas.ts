import type { Area } from '../../src/engine/checks/area.js';
import { body } from './body.js';
import { errors } from './errors.js';
import { expiry } from './expiry.js';
import { grants } from './grants.js';
import { headers } from './headers.js';
import { response } from './response.js';
import { signature } from './signature.js';
import { timestamp } from './timestamp.js';

/** The areas of token-b2b2c in the order of a run. The areas that judge all messages of a run come last. */
export const tokenB2b2cAreas: readonly Area<'token-b2b2c'>[] = [
  body,
  grants,
  headers,
  signature,
  timestamp,
  response,
  expiry,
  errors,
];
