/** What is said of a control, whichever service it is of. */
export const control = {
  'run/control/not-needed': () => 'no check needed the control',
  'run/control/accepted': ({ answer }: { answer: string }) => `the control was accepted: ${answer}`,
  /** `why` is what the answer lacks: `no-token`. */
  'run/control/unreadable': ({ answer, why }: { answer: string; why: string }) =>
    `the control was answered with ${answer}, but ${why}`,
  'run/control/no-token': () => 'no token can be read from it',
  'run/control/no-answer': ({ why }: { why: string }) => `the control got no answer: ${why}`,
  'run/control/refused': ({ answer }: { answer: string }) => `the control was refused: ${answer}`,
  /** `rule` is how the granted request was made: `signed over timestamp|clientId`. */
  'run/control/follows-another-rule': ({
    answer,
    granting,
    rule,
  }: {
    answer: string;
    granting: string;
    rule: string;
  }) =>
    `the control was refused (${answer}), but ${granting} for a request ${rule}: the target follows another rule than its document`,
  'run/control/takes-another-form': ({
    answer,
    granting,
    form,
  }: {
    answer: string;
    granting: string;
    form: string;
  }) =>
    `the control was refused (${answer}), but ${granting} for a request with X-TIMESTAMP in the form ${form}`,
  /** `setting` is a value of a profile: `transaction.bodyHash.minify: raw`. */
  'run/control/profile-can-say': ({ setting }: { setting: string }) =>
    `if the provider's document has this rule, its profile or overrides of the target should say so: ${setting}`,
  'run/control/not-snap': ({
    url,
    kind,
    why,
  }: {
    url: string;
    kind: 'token endpoint' | 'service';
    why: string;
  }) => `what answers at ${url} is not a SNAP ${kind}: ${why}`,
  /** `seconds` is negative when this machine's clock is ahead. */
  'run/control/clock-differs': ({
    here,
    seconds,
    there,
  }: {
    here: string;
    seconds: number;
    there: string;
  }) =>
    `this machine's clock (${here}) is ${Math.abs(seconds)} s ${seconds > 0 ? 'behind' : 'ahead of'} the target's Date header (${there})`,
  'run/control/clock-corrected': ({ note }: { note: string }) =>
    `${note}; the run uses the target's time`,
};
