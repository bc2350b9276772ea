/** What is to be said of the timestamp of a signature that holds. */
export const mistakesTimestampNotes = {
  'mistakes/timestamp/malformed': ({
    detail,
    forms,
  }: {
    detail: string;
    forms: readonly string[];
  }) =>
    `its timestamp is not of the documented form (${detail}): the profile wants ${forms.join(' or ')}`,
  'mistakes/timestamp/other-form': ({ forms }: { forms: readonly string[] }) =>
    `its timestamp is of another form than the profile's: ${forms.join(' or ')}`,
  'mistakes/timestamp/ruled-out-form': ({ forms }: { forms: readonly string[] }) =>
    `its timestamp is of a form that the profile rules out; it wants ${forms.join(' or ')}`,
  'mistakes/timestamp/distance': ({ distance, ahead }: { distance: string; ahead: boolean }) =>
    `its timestamp is ${distance} ${ahead ? 'ahead of' : 'behind'} this machine's clock: sent now, it is likely to be refused`,
  'mistakes/timestamp/outside-window': ({
    distance,
    ahead,
    allowed,
  }: {
    distance: string;
    ahead: boolean;
    allowed: string;
  }) =>
    `its timestamp is ${distance} ${ahead ? 'ahead of' : 'behind'} this machine's clock, and the profile allows ${allowed}`,
  'mistakes/timestamp/utc-digits': ({ offset }: { offset: string }) =>
    `that is the offset: the digits are those of UTC, labelled ${offset}`,
  'mistakes/timestamp/local-digits': ({ offset }: { offset: string }) =>
    `that is an offset: the digits are those of local time, labelled ${offset}`,
  'mistakes/timestamp/year-ahead': () =>
    'that is about a year: the pattern YYYY prints the year that the week belongs to, yyyy the year',
  'mistakes/timestamp/twelve-hours': () =>
    'that is half a day: the pattern hh prints hours from 01 to 12, HH from 00 to 23',
};
