import fc from 'fast-check';
import { accepts, judgeAccepted } from '../../src/engine/checks/accepts.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { type RefusesOptions, refuses } from '../../src/engine/checks/refuses.js';
import { headerOf } from '../../src/engine/http/wire.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { Observed } from '../../src/engine/session/observed.js';
import { cantTell, inapplicable } from '../../src/engine/session/outcome.js';
import type { DraftOf, ServiceId } from '../../src/engine/session/service.js';
import { say, type Text } from '../../src/messages/message.js';
import {
  formatTimestamp,
  hasMillis,
  parseTimestamp,
  type TimestampForm,
} from '../../src/protocol/timestamp.js';
import { timestampForms } from '../../src/protocol/timestamp-forms.js';
import { farOff, farOffExamples } from './arbitraries/far-off.js';
import { type FamilyName, timestampExamples } from './arbitraries/timestamp-examples.js';
import * as families from './arbitraries/timestamps.js';
import { rewritten, withTimestamp } from './mutations.js';
import { at } from './window.js';

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

/** True if a document gives a form with an offset for +07:00 alone. */
function includesJakarta(accept: readonly TimestampForm[], form: TimestampForm): boolean {
  if (!form.startsWith('offset')) return false;
  return accept.includes(hasMillis(form) ? 'jakarta-millis' : 'jakarta');
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

/** Seconds beyond the window's edge: more than two clocks and a request can differ by. */
const outsideMargin = 30;

/** Seconds inside the edge; less when the window itself is small. */
const insideMargin = (seconds: number) => Math.min(10, Math.ceil(seconds / 2));

function windowOf<S extends ServiceId>({ settings }: CheckContext<S>) {
  const { window } = settings.timestamp;
  if (window === 'unspecified') throw inapplicable(say('shared/timestamp/no-window'));
  return window;
}

/** The edges of the documented window, from both sides. */
export const windowChecks = <S extends ServiceId>(): Check<S>[] => [
  accepts<never, S>('accepts-inside-window', {
    settings: ['/timestamp/window'],
    when: (t) => void windowOf(t),
    probes: (t) => {
      const { pastSeconds, futureSeconds } = windowOf(t);
      return [
        at<DraftOf<S>>(-pastSeconds + insideMargin(pastSeconds)),
        at<DraftOf<S>>(futureSeconds - insideMargin(futureSeconds)),
      ];
    },
  }),
  refuses<never, S>('rejects-outside-window', {
    as: 'other',
    field: 'X-TIMESTAMP',
    settings: ['/timestamp/window'],
    when: (t) => void windowOf(t),
    probes: (t) => {
      const { pastSeconds, futureSeconds } = windowOf(t);
      return [
        at<DraftOf<S>>(-pastSeconds - outsideMargin),
        at<DraftOf<S>>(futureSeconds + outsideMargin),
      ];
    },
  }),
];

/** What stands for every offset but +07:00, in minutes: Indonesia's others, UTC, and one west of it. */
const otherOffsets = [480, 540, 0, -300];

/** The well-formed timestamps that the document rules out. */
export const rejectsRuledOutForms = <S extends ServiceId>(): Check<S> =>
  refuses<never, S>('rejects-ruled-out-forms', {
    as: 'timestamp-format',
    field: 'X-TIMESTAMP',
    settings: ['/timestamp/reject'],
    when: ({ settings }) => {
      if (settings.timestamp.reject.length === 0)
        throw inapplicable(say('shared/timestamp/nothing-ruled-out'));
    },
    probes: (t) => {
      const { accept, reject } = t.settings.timestamp;
      return reject.flatMap((form) => {
        const offsets = includesJakarta(accept, form) ? otherOffsets : [undefined];
        return offsets.map((offset) =>
          withTimestamp<DraftOf<S>>(
            formatTimestamp(t.session.now(), form, offset),
            offset === undefined
              ? say('shared/timestamp/in-ruled-out-form', { form })
              : say('shared/timestamp/under-ruled-out-offset'),
          ),
        );
      });
    },
  });

/** Seconds by which the clocks of two machines that are kept right may differ; quick depth asks for the first alone. */
const skews = [5, 1];

/** A client whose clock is a little fast. */
export const acceptsSlightlyAhead = <S extends ServiceId>(): Check<S> => {
  const within = ({ settings: { timestamp } }: CheckContext<S>) => {
    const { window } = timestamp;
    const most = window === 'unspecified' ? Number.POSITIVE_INFINITY : window.futureSeconds;
    return skews.filter((seconds) => seconds <= most);
  };
  return accepts<never, S>('accepts-slightly-ahead', {
    settings: ['/timestamp/window'],
    when: (t) => {
      if (within(t).length === 0) throw inapplicable(say('shared/timestamp/no-future-allowed'));
    },
    probes: (t) => within(t).map((seconds) => ahead<S>(seconds)),
    judge: async (observed, t) => {
      const verdict = judgeAccepted(observed, t);
      if (verdict === undefined || verdict === null) return verdict;
      // A target may dislike the signature that is made at one second: that is another check's finding.
      const sent = parseTimestamp(
        headerOf(observed.sent.request.headers, 'X-TIMESTAMP') ?? '',
        timestampForms,
      );
      const most = sent.ok ? Math.ceil((sent.instant - t.session.now()) / 1000) : 0;
      const nextTo = most > 2 ? [most - 1, most - 2] : [most + 1, most + 2];
      for (const seconds of nextTo)
        if (t.session.grants(await t.session.probe(ahead<S>(seconds)))) return undefined;
      return verdict;
    },
  });
};

/** So far ahead of the present when it is first sent, and the same text when it is sent again. */
function ahead<S extends ServiceId>(seconds: number): Mutation<DraftOf<S>> {
  const name = say('shared/timestamp/slightly-ahead', { seconds });
  let first: string | undefined;
  return rewritten<DraftOf<S>>(name, (instant, form) => {
    first ??= formatTimestamp(instant + seconds * 1000, form);
    return first;
  });
}
