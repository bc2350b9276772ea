/** Why probes can't show anything: what they build on isn't there. */
export const sharedPreconditions = {
  'shared/preconditions/no-answer': ({ answer, mutation }: { answer: string; mutation: string }) =>
    `what the probes build on got no answer (${answer}: ${mutation})`,
  'shared/preconditions/refused': ({ answer, mutation }: { answer: string; mutation: string }) =>
    `the target already refuses what the probes build on (${answer}: ${mutation})`,
  'shared/preconditions/granted-even-though': ({
    granting,
    mutation,
  }: {
    granting: string;
    mutation: string;
  }) => `${granting} even though ${mutation}`,
};
