/** What is said of the end of an access token's life; times are in seconds. */
export const transactionTokenLife = {
  'transaction/token-life/not-waited-for': () => 'a token has to expire for this: run with --slow',
  'transaction/token-life/unstated': () =>
    'the token service does not say how long its tokens live',
  'transaction/token-life/too-long': ({ seconds, longest }: { seconds: number; longest: number }) =>
    `waiting for a token to expire would take ${seconds} s, which is longer than this waits (${longest} s)`,
  'transaction/token-life/time-left': ({ left, seconds }: { left: number; seconds: number }) =>
    `the token had ${left} s of its ${seconds} s left`,
  'transaction/token-life/expired-before': ({ ago }: { ago: number }) =>
    `the token had expired ${ago} s before`,
  'transaction/token-life/taken-to-its-end': ({
    seconds,
    left,
  }: {
    seconds: number;
    left: number;
  }) => `a token of ${seconds} s was still good ${left} s before its end`,
  'transaction/token-life/refused-before-its-end': ({
    seconds,
    left,
    answer,
  }: {
    seconds: number;
    left: number;
    answer: string;
  }) =>
    `expiresIn gave the token ${seconds} s, but ${left} s before their end it was refused (${answer})`,
  'transaction/token-life/refused-after-its-end': ({
    ago,
    answer,
  }: {
    ago: number;
    answer: string;
  }) => `refused ${ago} s after its end: ${answer}`,
  'transaction/token-life/taken-after-its-end': ({
    answer,
    seconds,
    ago,
    shows,
  }: {
    answer: string;
    seconds: number;
    ago: number;
    shows: string;
  }) =>
    `it was carried out (${answer}) though the token of ${seconds} s had expired ${ago} s before: ${shows}`,
};
