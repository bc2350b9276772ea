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
  /** None of what was tried was taken. `more` is how many `doctor --deep` tries besides. */
  'run/control/refused-anyhow': ({
    answer,
    rules,
    more,
    stopped,
  }: {
    answer: string;
    rules: number;
    more: number;
    stopped?: string | undefined;
  }) =>
    [
      `the control was refused: ${answer}`,
      ...(rules > 0 ? [`${rules} ${rules === 1 ? 'rule' : 'rules'} tried and ruled out`] : []),
      ...(stopped === undefined ? [] : [`no more were tried: ${stopped}`]),
      ...(stopped === undefined && more > 0 ? [`doctor --deep tries up to ${more} more`] : []),
    ].join('; '),
  'run/control/rules/production': () => 'the environment of the target is production',
  'run/control/rules/once': () =>
    'the service is not repeatable, and the call may have been carried out',
  'run/control/rules/throttled': () => 'the target asked for fewer requests',
  'run/control/rules/budget': () => 'no requests are left of the budget',
  'run/control/rules/silence': () => 'the last one went unanswered',
  'run/control/rules/locked': () => 'the answer reads as if the client were locked',

  'run/control/takes-other-secret': ({
    answer,
    granting,
    rule,
  }: {
    answer: string;
    granting: string;
    rule: string;
  }) => `the control was refused (${answer}), but ${granting} when ${rule}`,
  /** `text` is a string-to-sign as JSON writes it. */
  'run/control/sign-this': ({
    rule,
    text,
    algorithm,
  }: {
    rule: string;
    text: string;
    algorithm: string;
  }) => `the target takes what is ${rule}; this was signed: ${text} (${algorithm})`,
  'run/control/sign-so': ({ rule }: { rule: string }) => `the target takes what is ${rule}`,
  'run/control/target-should': ({ remedy }: { remedy: string }) => `on the target: ${remedy}`,
  'run/control/alike': ({ rules }: { rules: string[] }) =>
    `this request can't tell it from: signed ${rules.join('; signed ')}`,
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
    header,
  }: {
    here: string;
    seconds: number;
    there: string;
    header: string;
  }) =>
    `this machine's clock (${here}) is ${Math.abs(seconds)} s ${seconds > 0 ? 'behind' : 'ahead of'} the target's ${header} header (${there})`,
  /** `minutes` is negative when the header is behind. */
  'run/control/zone-mistake': ({
    text,
    minutes,
    than,
  }: {
    text: string;
    minutes: number;
    than: string;
  }) =>
    `the target's own X-TIMESTAMP (${text}) is ${Math.abs(minutes) / 60} h ${minutes > 0 ? 'ahead of' : 'behind'} ${than === 'Date' ? 'its Date header' : than}: its digits are of another zone than it says`,
  'run/control/clock-corrected': ({ note }: { note: string }) =>
    `${note}; the run uses the target's time`,
};
