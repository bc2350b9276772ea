import { checks } from './run/checks.js';
import { control } from './run/control.js';
import { sharedSignature } from './shared/signature.js';
import { sharedTimestamp } from './shared/timestamp.js';

/** Every message in English, by id. */
export const en = {
  ...checks,
  ...control,
  ...sharedSignature,
  ...sharedTimestamp,
};
