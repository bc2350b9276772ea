import type { sharedPreconditions as English } from '../../en/shared/preconditions.js';

/** Why probes can't show anything: what they build on isn't there. */
export const sharedPreconditions: typeof English = {
  'shared/preconditions/no-answer': ({ answer, mutation }) =>
    `permintaan yang menjadi dasar permintaan uji tidak mendapat respons (${answer}: ${mutation})`,
  'shared/preconditions/refused': ({ answer, mutation }) =>
    `target sudah menolak permintaan yang menjadi dasar permintaan uji (${answer}: ${mutation})`,
  'shared/preconditions/granted-even-though': ({ granting, mutation }) =>
    `${granting} meskipun ${mutation}`,
};
