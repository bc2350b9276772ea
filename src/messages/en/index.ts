import { checks } from './run/checks.js';
import { control } from './run/control.js';

/** Every message in English, by id. */
export const en = { ...checks, ...control };
