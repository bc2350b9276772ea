import { checks } from './run/checks.js';
import { control } from './run/control.js';
import { sharedErrors } from './shared/errors.js';
import { sharedPreconditions } from './shared/preconditions.js';
import { sharedRequest } from './shared/request.js';
import { sharedResponse } from './shared/response.js';
import { sharedSignature } from './shared/signature.js';
import { sharedTimestamp } from './shared/timestamp.js';

/** Every message in English, by id. */
export const en = {
  ...checks,
  ...control,
  ...sharedErrors,
  ...sharedPreconditions,
  ...sharedRequest,
  ...sharedResponse,
  ...sharedSignature,
  ...sharedTimestamp,
};
