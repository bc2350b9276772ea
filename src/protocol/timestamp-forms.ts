import {
  hasMillis,
  jakartaOffsetMinutes,
  type ParsedTimestamp,
  parseTimestamp,
  type TimestampForm,
} from './timestamp.js';

/** What a document says of the forms of a timestamp. What stands in neither list isn't spoken of. */
export interface TimestampRules {
  accept: readonly TimestampForm[];
  /** Ruled out, except what is in an accepted form too: every offset but +07:00, if that form is accepted. */
  reject: readonly TimestampForm[];
}

/** Every form, in the order in which they are named. */
export const timestampForms: readonly TimestampForm[] = [
  'offset',
  'utc',
  'offset-millis',
  'utc-millis',
  'jakarta',
  'jakarta-millis',
  'local',
  'local-millis',
];

/** True if a timestamp is written in one of the forms. One under +07:00 is in the `offset` and in the `jakarta` form. */
export function isInForms(parsed: ParsedTimestamp, forms: readonly TimestampForm[]): boolean {
  if (!parsed.ok) return false;
  if (forms.includes(parsed.form)) return true;
  if (!parsed.form.startsWith('offset') || parsed.offsetMinutes !== jakartaOffsetMinutes)
    return false;
  return forms.includes(hasMillis(parsed.form) ? 'jakarta-millis' : 'jakarta');
}

/** True if the document doesn't rule the form of a timestamp out; false for what is no timestamp at all. */
export function allowsForm(text: string, { accept, reject }: TimestampRules): boolean {
  const parsed = parseTimestamp(text, accept);
  return parsed.ok && (isInForms(parsed, accept) || !isInForms(parsed, reject));
}

/** True for a form that leaves no choice of offset: +07:00, or none at all. */
export function hasFixedZone(form: TimestampForm): boolean {
  return form.startsWith('jakarta') || form.startsWith('local');
}

/** True if a document gives a form with an offset for +07:00 alone: what is in it then is in that form too. */
export function includesJakarta(accept: readonly TimestampForm[], form: TimestampForm): boolean {
  if (!form.startsWith('offset')) return false;
  return accept.includes(hasMillis(form) ? 'jakarta-millis' : 'jakarta');
}
