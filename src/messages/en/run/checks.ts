/** What is judged message by message. */
const judgedMessages = {
  grants: { one: 'grant', many: 'grants' },
  refusals: { one: 'refusal', many: 'refusals' },
  answers: { one: 'answer', many: 'answers' },
  'valid requests': { one: 'valid request', many: 'valid requests' },
  'answers 429': { one: 'answer 429', many: 'answers 429' },
};

/** What a check is over: the key of its words. */
type Over = keyof typeof judgedMessages;

/** What checks of any area say. */
export const checks = {
  'run/checks/broke': ({ why }: { why: string }) =>
    `the check itself broke, please report it: ${why}`,
  'run/checks/in-production': () =>
    'environment: production: the check sends more than the control, and no --allow-production names it',
  'run/checks/called-once': ({ serviceCode }: { serviceCode: string }) =>
    `the check has service ${serviceCode} carried out more than once, and the config does not say that it is repeatable`,
  'run/checks/nothing-confirms': ({ serviceCode, title }: { serviceCode: string; title: string }) =>
    `a refusal shows something only if the target still serves the client afterwards: service ${serviceCode} is not repeatable, and ${title} has no token service to ask instead`,
  'run/checks/not-reached': () => 'the run ended before this check',
  'run/checks/target-not-reached': () => 'the run ended before this target was reached',
  'run/checks/cut-by-budget': ({
    message,
    runs,
    whole,
    budget,
  }: {
    message: string;
    runs: number;
    whole: number;
    budget: number;
  }) => `${message} (${runs} of ${whole} runs, for the budget of ${budget} requests)`,
  'run/checks/taken-back': ({ message }: { message: string }) =>
    `${message}; but the control was refused soon afterwards, so this shows nothing`,
  'run/checks/control-unreadable': () =>
    "the control's answer can't be read as a grant, so a refusal can't be told from one",
  'run/checks/control-stopped': ({ answer }: { answer: string }) =>
    `the target stopped accepting the control during this check (${answer}), so the probes show nothing`,
  'run/checks/no-other-client': () =>
    'no otherClient in the config: a second registered client is needed',
  'run/checks/no-answer': ({ why }: { why: string }) => `no answer: ${why}`,
  'run/checks/not-all-probes-answered': ({ why }: { why: string }) =>
    `not every probe got an answer: ${why}`,
  'run/checks/not-all-variations-answered': ({ why }: { why: string }) =>
    `not every variation got an answer: ${why}`,
  'run/checks/refused': ({ answer }: { answer: string }) => `refused: ${answer}`,
  'run/checks/all-refused': ({ runs }: { runs: number }) => `all ${runs} probes were refused`,
  'run/checks/granted-though': ({
    granting,
    answer,
    mutation,
    shows,
  }: {
    granting: string;
    answer: string;
    mutation: string;
    shows?: string | undefined;
  }) => `${granting} (${answer}) though ${mutation}${shows === undefined ? '' : `: ${shows}`}`,
  'run/checks/accepted': ({ answer }: { answer: string }) => `accepted: ${answer}`,
  'run/checks/all-accepted': ({ runs }: { runs: number }) => `all ${runs} variations were accepted`,
  'run/checks/refused-though': ({ answer, mutation }: { answer: string; mutation: string }) =>
    `refused (${answer}) though the request is right: ${mutation}`,
  'run/checks/it-is-the-control': () => 'it is the control',
  'run/checks/follows-another-rule': ({
    message,
    granting,
    rule,
  }: {
    message: string;
    granting: string;
    rule: string;
  }) => `${message}; ${granting} when ${rule}: the target follows that rule instead`,
  'run/checks/some-of': ({
    message,
    violations,
    judged,
    over,
  }: {
    message: string;
    violations: number;
    judged: number;
    over: Over;
  }) => `${message} (${violations} of ${judged} ${judgedMessages[over].many})`,
  'run/checks/kept': ({ judged, over }: { judged: number; over: Over }) =>
    judged === 1
      ? `kept by the one ${judgedMessages[over].one} seen`
      : `kept by all ${judged} ${judgedMessages[over].many} seen`,
  'run/checks/broken-once': ({
    message,
    judged,
    over,
  }: {
    message: string;
    judged: number;
    over: Over;
  }) =>
    `kept in all but one of ${judged} ${judgedMessages[over].many}, which a passing trouble explains: ${message}`,
  'run/checks/none-spoke-of-it': ({ over }: { over: Over }) =>
    `no ${judgedMessages[over].one} of the run held what this speaks of`,
  'run/checks/follows-readings': ({
    message,
    id,
    summary,
    taken,
  }: {
    message: string;
    id: string;
    summary: string;
    taken: string[];
  }) =>
    `${message}. The document contradicts itself (${id}: ${summary}); this target follows ${taken.map((name) => `"${name}"`).join(' and ')}`,
};
