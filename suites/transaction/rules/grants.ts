import type { Rule } from '../../../src/engine/service.js';

/** What the answer to a transaction that was carried out looks like, where a schema can't say it. */
export const grantRules: readonly Rule<'transaction'>[] = [
  {
    id: 'transaction/response/content-type',
    judge: ({ answer }) =>
      answer.mediaType === 'application/json'
        ? undefined
        : `the answer's Content-Type is ${answer.mediaType ?? 'absent'}, not application/json`,
  },
];
