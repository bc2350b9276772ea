import type { Area } from '../../src/engine/checks/area.js';
import { body } from './body.js';
import { errors } from './errors.js';
import { expiry } from './expiry.js';
import { headers } from './headers.js';
import { http } from './http.js';
import { response } from './response.js';
import { security } from './security.js';
import { signature } from './signature.js';
import { timestamp } from './timestamp.js';

/** The areas of token-b2b in the order of a run. The areas that judge all messages of a run come last. */
export const tokenB2bAreas: readonly Area<'token-b2b'>[] = [
  body,
  headers,
  http,
  signature,
  timestamp,
  security,
  response,
  expiry,
  errors,
];
