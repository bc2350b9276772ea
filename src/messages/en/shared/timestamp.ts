/** What is said of X-TIMESTAMP, whichever service it is sent to. */
export const sharedTimestamp = {
  /** `what` is said of X-TIMESTAMP: `has no offset`. */
  'shared/timestamp/wrong': ({ what }: { what: string }) => `X-TIMESTAMP ${what}`,
  'shared/timestamp/has-no-offset': () => 'has no offset',
  'shared/timestamp/is-epoch': () => 'counts seconds or milliseconds since 1970',
  'shared/timestamp/has-impossible-date': () => 'has a date that no calendar has',
  'shared/timestamp/is-garbage': () => 'is no timestamp at all',
  /** `seconds` is negative in the past. */
  'shared/timestamp/lies-off': ({ seconds }: { seconds: number }) =>
    `X-TIMESTAMP lies ${Math.abs(seconds)} s in the ${seconds < 0 ? 'past' : 'future'}`,
  /** Of the signature: `seconds` after the present. */
  'shared/timestamp/left-out': ({ form, seconds }: { form: string; seconds: number }) =>
    `X-TIMESTAMP was left out, and the signature made over ${seconds === 0 ? 'the present' : 'the next second'} in the form ${form}`,
  'shared/timestamp/in-form': ({ form }: { form: string }) => `X-TIMESTAMP in the form ${form}`,
  'shared/timestamp/in-ruled-out-form': ({ form }: { form: string }) =>
    `X-TIMESTAMP in the form ${form}, which the document rules out`,
  'shared/timestamp/under-ruled-out-offset': () =>
    'X-TIMESTAMP has another offset than +07:00, which the document rules out',
  'shared/timestamp/with-other-offset': () => 'X-TIMESTAMP with another offset',
  'shared/timestamp/signed-in-other-form': ({ signed }: { signed: string }) =>
    `the signature was made over ${signed}, another text for the same instant`,
  'shared/timestamp/signed-on-twelve-hour-clock': ({ signed }: { signed: string }) =>
    `the signature was made over ${signed}, the hour on a 12-hour clock: there 13 to 23 are 01 to 11, and 00 is 12`,
  'shared/timestamp/form-got-no-answer': ({ form, why }: { form: string; why: string }) =>
    `the documented form ${form} got no answer: ${why}`,
  'shared/timestamp/forms-accepted': ({ accepted }: { accepted: string[] }) =>
    `the documented forms are accepted (accepted: ${accepted.join(', ') || 'none'})`,
  'shared/timestamp/form-refused': ({
    form,
    answer,
    accepted,
  }: {
    form: string;
    answer: string;
    accepted: string[];
  }) =>
    `the documented form ${form} is refused: ${answer} (accepted: ${accepted.join(', ') || 'none'})`,
  'shared/timestamp/slightly-ahead': ({ seconds }: { seconds: number }) =>
    `X-TIMESTAMP lies ${seconds} s ahead, as a client writes it whose clock is a little fast`,
  'shared/timestamp/no-future-allowed': () =>
    'the document allows no timestamp ahead of the present',
  'shared/timestamp/no-window': () => 'the document states no window',
  'shared/timestamp/offset-not-documented': () => 'the document gives timestamps without an offset',
  'shared/timestamp/one-offset-documented': () =>
    "the document gives no form of timestamp with an offset of the client's own choice",
  'shared/timestamp/nothing-ruled-out': () => 'the document rules out no well-formed timestamp',
};
