import type { Area } from '../../src/engine/checks/area.js';
import { body } from './body.js';
import { customer } from './customer.js';
import { errors } from './errors.js';
import { expiry } from './expiry.js';
import { headers } from './headers.js';
import { response } from './response.js';
import { signature } from './signature.js';
import { timestamp } from './timestamp.js';
import { token } from './token.js';

/** The areas of transaction in the order of a run. The areas that judge all messages of a run come last. */
export const transactionAreas: readonly Area<'transaction'>[] = [
  body,
  customer,
  headers,
  signature,
  timestamp,
  token,
  response,
  expiry,
  errors,
];
