import type { FormResult } from './judge-row.js';

/** What is behind a row of the form: a failed one is seen at once. */
export const resultColors: Readonly<Partial<Record<FormResult, string>>> = {
  'NOT PASS': '#F9D7D7',
};
