/** Mistakes of senders: the timestamp. Each completes "signed …". */
export const mistakesTime = {
  'mistakes/time/iso-string': () =>
    'over the timestamp as toISOString of JavaScript prints it: in UTC, with milliseconds',
  'mistakes/time/utc-form': () => 'over the timestamp in UTC, ending in Z',
  'mistakes/time/other-offset': () =>
    'over the timestamp in another zone, the instant being the same',
  'mistakes/time/offset-in-full': () =>
    'over the timestamp with an offset that the sent one lacks or writes otherwise',
  'mistakes/time/offset-without-colon': () =>
    'over the timestamp with +0700 in the place of +07:00',
  'mistakes/time/offset-without-minutes': () =>
    'over the timestamp with +07 in the place of +07:00',
  'mistakes/time/no-offset': () => 'over the timestamp without its offset',
  'mistakes/time/local-digits-as-utc': () => 'over the local time labelled as UTC',
  'mistakes/time/utc-digits': () => 'over the time in UTC with the label of the local zone',
  'mistakes/time/offset-added-twice': () => 'over a time to which the offset was added twice',
  'mistakes/time/other-offset-label': () => 'over the same digits with another offset',
  'mistakes/time/minus-for-plus': () => 'over the timestamp with a minus before its offset',
  'mistakes/time/plus-lost': () => 'over the timestamp with its + lost, or turned into a space',
  'mistakes/time/plus-restored': () =>
    'over the timestamp with its +, which became a space on its way into the header',
  'mistakes/time/offset-spaced': () => 'over the timestamp with a space before its offset',
  'mistakes/time/offset-unpadded': () => 'over the timestamp with an offset of a digit less',
  'mistakes/time/zone-name': () =>
    'over the timestamp with the name of the zone in the place of its offset',
  'mistakes/time/pattern-letter': () =>
    'over the timestamp with a letter of the pattern left in it',
  'mistakes/time/milliseconds-added': () =>
    'over the timestamp with milliseconds .000, sent without them',
  'mistakes/time/fraction-not-signed': () =>
    'over the timestamp without the fraction that was sent',
  'mistakes/time/more-fraction-digits': () =>
    "over the timestamp with more digits of the second's fraction than were sent",
  'mistakes/time/fraction-cut-off': () =>
    "over the timestamp with fewer digits of the second's fraction than were sent",
  'mistakes/time/fraction-dropped': () =>
    'over the timestamp with a fraction of the second, sent without it',
  'mistakes/time/microseconds-dropped': () =>
    'over the timestamp with microseconds, sent without them',
  'mistakes/time/fraction-cut': () =>
    'over the timestamp with microseconds, sent with milliseconds',
  'mistakes/time/fraction-trimmed': () =>
    'over the timestamp without the zeros at the end of its fraction',
  'mistakes/time/milliseconds-zeroed': () => 'over the timestamp with zeros for its fraction',
  'mistakes/time/milliseconds-apart': () =>
    'over a timestamp some milliseconds away: the clock was read twice',
  'mistakes/time/fraction-apart': () =>
    'over another fraction of the same second: the clock was read twice',
  'mistakes/time/comma-fraction': () => 'over the timestamp with a comma before its fraction',
  'mistakes/time/colon-fraction': () => 'over the timestamp with a colon before its fraction',
  'mistakes/time/space-for-t': () => 'over the timestamp with a space in the place of T',
  'mistakes/time/t-for-space': () => 'over the timestamp with the T that the sent one lacks',
  'mistakes/time/no-t': () =>
    'over the timestamp without T, or with another character in its place',
  'mistakes/time/quoted-t': () => "over the timestamp with 'T' in quotation marks",
  'mistakes/time/lower-case-letters': () => 'over the timestamp with t or z in lower case',
  'mistakes/time/epoch-seconds': () => 'over the seconds since 1970',
  'mistakes/time/epoch-milliseconds': () => 'over the milliseconds since 1970',
  'mistakes/time/compact': () => 'over the timestamp without separators',
  'mistakes/time/date-only': () => 'over the date alone',
  'mistakes/time/no-seconds': () => 'over the timestamp without seconds, or with 00 for them',
  'mistakes/time/slashes': () => 'over the timestamp with slashes in its date',
  'mistakes/time/day-month-year': () =>
    'over the timestamp with the day before the month and the year',
  'mistakes/time/http-date': () => 'over the time as an HTTP date',
  'mistakes/time/language-default': () => 'over the time as the language prints it by default',
  'mistakes/time/time-dots': () =>
    'over the timestamp with dots, or nothing, between hour, minute and second',
  'mistakes/time/arabic-digits': () =>
    'over the timestamp in Arabic digits, as a locale of the machine prints them',
  'mistakes/time/buddhist-year': () => 'over a year of the Buddhist calendar',
  'mistakes/time/hour-twenty-four': () =>
    'over the timestamp with 24 for midnight, as the pattern kk prints it',
  'mistakes/time/week-year': () =>
    'over the year that the week belongs to, as the pattern YYYY prints it',
  'mistakes/time/minutes-as-month': () =>
    'over the minutes in the place of the month, as the pattern mm prints them',
  'mistakes/time/month-as-minutes': () =>
    'over the month in the place of the minutes, as the pattern MM prints it',
  'mistakes/time/month-and-minutes-mixed': () => "over month and minutes in each other's place",
  'mistakes/time/month-as-seconds': () => 'over the month in the place of the seconds',
  'mistakes/time/month-from-zero': () => 'over the month counted from zero',
  'mistakes/time/month-off-by-one': () => 'over the month after the sent one',
  'mistakes/time/day-and-month-swapped': () => "over day and month in each other's place",
  'mistakes/time/day-of-year': () => 'over the day of the year, as the pattern DD prints it',
  'mistakes/time/day-of-week': () => 'over the day of the week in the place of the day',
  'mistakes/time/unpadded': () => 'over the timestamp without leading zeros',
  'mistakes/time/short-year': () => 'over a year of two or three digits',
  'mistakes/time/fraction-as-seconds': () =>
    'over a fraction in the place of the seconds, as the pattern SS prints it',
  'mistakes/time/clock-read-twice': ({ seconds, later }: { seconds: number; later: boolean }) =>
    `over a timestamp ${seconds} s ${later ? 'later' : 'earlier'}: the clock was read twice`,
  'mistakes/time/seconds-apart': ({ seconds, later }: { seconds: number; later: boolean }) =>
    `over a timestamp ${seconds} s ${later ? 'later' : 'earlier'}: made at another moment than the header`,
  'mistakes/time/minutes-apart': ({ seconds, later }: { seconds: number; later: boolean }) =>
    `over a timestamp ${Math.floor(seconds / 60)} min ${seconds % 60} s ${later ? 'later' : 'earlier'}: a signature of another request`,
  'mistakes/time/hours-apart': () => 'over a time whole hours away, with the same offset',
  'mistakes/time/day-apart': () => 'over the timestamp of the day before or after',
  'mistakes/time/year-apart': () => 'over the timestamp of the year before or after',
  'mistakes/time/trimmed': () => 'over the timestamp without the white space around it',
  'mistakes/time/white-space': () => 'over the timestamp with white space beside it',
  'mistakes/time/quoted': () => 'over the timestamp with quotation marks around it',
  'mistakes/time/unquoted': () => 'over the timestamp without the quotation marks around it',
  'mistakes/time/percent-encoded': () => 'over the timestamp percent-encoded',
  'mistakes/time/percent-decoded': () => 'over the timestamp with its percent escapes decoded',
  'mistakes/time/escaped': () => 'over the timestamp with its + as an escape',
  'mistakes/time/undefined': () => 'with "undefined" or the like in the place of the timestamp',
  'mistakes/time/empty': () => 'with nothing in the place of the timestamp',
};
