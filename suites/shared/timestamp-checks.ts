import fc from 'fast-check';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { type RefusesOptions, refuses } from '../../src/engine/checks/refuses.js';
import type { Observed } from '../../src/engine/session/observed.js';
import { cantTell, inapplicable } from '../../src/engine/session/outcome.js';
import type { DraftOf, ServiceId } from '../../src/engine/session/service.js';
import { say, type Text } from '../../src/messages/message.js';
import { formatTimestamp, type TimestampForm } from '../../src/protocol/timestamp.js';
import { includesJakarta } from '../../src/protocol/timestamp-forms.js';
import { farOff, farOffExamples } from './arbitraries/far-off.js';
import { type FamilyName, timestampExamples } from './arbitraries/timestamp-examples.js';
import * as families from './arbitraries/timestamps.js';
import { rewritten, withTimestamp } from './mutations.js';

/** The checks of X-TIMESTAMP, which every signed request carries. */

/** The forms that servers may be known to take; what leaves the offset out is the matter of another check. */
const forms: readonly TimestampForm[] = ['offset', 'utc', 'offset-millis', 'utc-millis'];

/**
 * Each probe is correctly signed over the timestamp as it stands, so that only the form is wrong.
 *
 * @param what Said of X-TIMESTAMP: `has no offset`.
 * @param names The families that it is taken from.
 */
export function rejectsTimestamps<S extends ServiceId>(
  name: string,
  what: Text,
  ...names: readonly [FamilyName, ...FamilyName[]]
): Check<S> {
  return refuses<string, S>(name, {
    as: 'timestamp-format',
    field: 'X-TIMESTAMP',
    when: ({ settings }) => {
      if (names.includes('withoutOffset') && settings.timestamp.accept.some(isLocal))
        throw inapplicable(say('shared/timestamp/offset-not-documented'));
    },
    property: ({ now, session }) =>
      fc.oneof(...names.map((family) => families[family](now, session.controlForm))),
    examples: ({ now, session }) =>
      inTurn(names.map((family) => timestampExamples(family, now, session.controlForm))),
    mutate: (text) => withTimestamp<DraftOf<S>>(text, say('shared/timestamp/wrong', { what })),
  });
}

const isLocal = (form: TimestampForm) => form.startsWith('local');

/** The most examples of several families together: the rest of the runs at standard depth is random. */
const mostExamples = 14;

/** The first of each list, then the second of each, and so on. */
function inTurn(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  const places = Array.from({ length: longest }, (_, at) => at);
  return places.flatMap((at) => lists.flatMap((list) => list[at] ?? [])).slice(0, mostExamples);
}

/**
 * All forms; those that the document doesn't give are sent for the dialect alone. When requests are
 * expensive, only the document's own.
 */
function formsToTry<S extends ServiceId>(t: CheckContext<S>): readonly TimestampForm[] {
  const { accept } = t.settings.timestamp;
  if (t.effort.examples < forms.length) return accept;
  // Under +07:00 a timestamp is in both forms: to ask for the wider one shows nothing of other offsets.
  const tried = forms.filter((form) => accept.includes(form) || !includesJakarta(accept, form));
  return [...tried, ...accept.filter((form) => !forms.includes(form))];
}

/** One accepted form is enough when the document contradicts itself about the forms. */
export const acceptsDocumentedForms = <S extends ServiceId>(): Check<S> => ({
  name: 'accepts-documented-forms',
  settings: ['/timestamp/accept'],
  forecast: (t, forecast) => {
    forecast.control();
    forecast.granted(formsToTry(t).length);
  },
  run: async (t) => {
    const control = await t.requireControl();
    const { accept, alternatives } = t.settings.timestamp;
    const taken: TimestampForm[] = [];
    const refused: { form: TimestampForm; observed: Observed<S> }[] = [];
    for (const form of formsToTry(t)) {
      const observed = await t.session.probe(
        rewritten<DraftOf<S>>(say('shared/timestamp/in-form', { form }), (instant) =>
          formatTimestamp(instant, form),
        ),
        accept.includes(form) ? {} : { faultClass: 'other' },
      );
      if (!observed.answer && accept.includes(form)) {
        const why = t.describe(observed);
        throw cantTell(say('shared/timestamp/form-got-no-answer', { form, why }), [
          control,
          await t.session.record(observed),
        ]);
      }
      if (observed.answer?.accepted) taken.push(form);
      // A form that the document doesn't give is sent for the dialect alone.
      else if (observed.answer && accept.includes(form)) refused.push({ form, observed });
    }
    const missed =
      alternatives && taken.some((form) => accept.includes(form)) ? undefined : refused[0];
    if (!missed)
      return {
        outcome: 'passed',
        message: say('shared/timestamp/forms-accepted', { accepted: taken }),
        exchanges: [control],
        runs: formsToTry(t).length,
      };
    const probe = await t.session.record(missed.observed);
    const after = await t.confirmControl([control, probe]);
    return {
      outcome: 'failed',
      message: say('shared/timestamp/form-refused', {
        form: missed.form,
        answer: t.describe(missed.observed),
        accepted: taken,
      }),
      exchanges: [control, probe, after],
      runs: formsToTry(t).length,
    };
  },
});

/**
 * A day to a year off, in a documented form.
 *
 * @param what Said of X-TIMESTAMP: `lies a day to a year in the past`.
 */
export function rejectsFarOff<S extends ServiceId>(
  name: string,
  what: Text,
  direction: -1 | 1,
  measure?: NonNullable<RefusesOptions<number, S>['measure']>,
): Check<S> {
  return refuses<number, S>(name, {
    // Right in form: which code it gets is not documented, so `errors` judges it in general only.
    as: 'other',
    field: 'X-TIMESTAMP',
    settings: ['/timestamp/window'],
    property: () => farOff,
    examples: () => farOffExamples,
    // From the instant at which it is sent: what lies near a whole day should still do so then.
    mutate: (seconds) =>
      rewritten<DraftOf<S>>(say('shared/timestamp/wrong', { what }), (instant, form) =>
        formatTimestamp(instant + direction * seconds * 1000, form),
      ),
    ...(measure && { measure }),
  });
}
