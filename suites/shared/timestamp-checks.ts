import fc from 'fast-check';
import { accepts, judgeAccepted } from '../../src/engine/checks/accepts.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { type RefusesOptions, refuses } from '../../src/engine/checks/refuses.js';
import { headerOf } from '../../src/engine/http/wire.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import type { Observed } from '../../src/engine/session/observed.js';
import { cantTell, inapplicable } from '../../src/engine/session/outcome.js';
import type { DraftOf, ServiceId } from '../../src/engine/session/service.js';
import { type Message, say, type Text } from '../../src/messages/message.js';
import {
  formatTimestamp,
  parseTimestamp,
  type TimestampForm,
} from '../../src/protocol/timestamp.js';
import * as families from './arbitraries/timestamps.js';
import { anyZone, inZone, type Zone } from './arbitraries/zones.js';
import { rewritten, withTimestamp } from './mutations.js';
import { at } from './window.js';

/** The checks of X-TIMESTAMP, which every signed request carries. */

const forms: readonly TimestampForm[] = ['offset', 'utc', 'offset-millis', 'utc-millis'];

/**
 * Each probe is correctly signed over the timestamp as it stands, so that only the form is wrong.
 *
 * @param what Said of X-TIMESTAMP: `has no offset`.
 */
export function rejectsTimestamps<S extends ServiceId>(
  name: string,
  what: Text,
  family: (now: number, t: CheckContext<S>) => fc.Arbitrary<string>,
): Check<S> {
  return refuses<string, S>(name, {
    as: 'timestamp-format',
    field: 'X-TIMESTAMP',
    property: (t) => family(t.now, t),
    mutate: (text) => withTimestamp<DraftOf<S>>(text, say('shared/timestamp/wrong', { what })),
  });
}

/** The other ways to write an instant that a server may re-format it to before it verifies. */
function rewritings(text: string): string[] {
  const parsed = parseTimestamp(text);
  if (!parsed.ok) return [];
  const { instant, offsetMinutes } = parsed;
  const written = [
    formatTimestamp(instant, 'utc'),
    formatTimestamp(instant, 'offset', 0),
    formatTimestamp(instant, 'offset', 420),
    formatTimestamp(instant, 'utc-millis'),
    formatTimestamp(instant, 'offset-millis', offsetMinutes),
  ];
  return [...new Set(written)].filter((other) => other !== text);
}

/** Zones in which the control's own instant may be written. */
function zones<S extends ServiceId>({ session, settings }: CheckContext<S>) {
  return anyZone(session.controlForm, settings.timestamp.reject);
}

/**
 * All forms; those that the document doesn't give are sent for the dialect alone. When requests are
 * expensive, only the document's own.
 */
function formsToTry<S extends ServiceId>(t: CheckContext<S>): readonly TimestampForm[] {
  const { accept } = t.settings.timestamp;
  return t.effort.examples < forms.length ? accept : forms;
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

/** A right signature, but over another timestamp text than the one that is sent. */
export type SignedOver<S extends ServiceId> = (
  sent: string,
  signed: string,
  name: Message,
) => Mutation<DraftOf<S>>;

/** That any offset is accepted, and that the signature covers the timestamp's very characters. */
export function offsetChecks<S extends ServiceId>(signedOver: SignedOver<S>): Check<S>[] {
  const signedRewritten = (sent: string, signed: string) =>
    signedOver(sent, signed, say('shared/timestamp/signed-in-other-form', { signed }));
  /** A target may refuse because it verifies over another text for the instant: that is another check's finding. */
  const judge = async (
    observed: Observed<S>,
    t: CheckContext<S>,
  ): Promise<Text | undefined | null> => {
    const verdict = judgeAccepted(observed, t);
    if (verdict === undefined || verdict === null) return verdict;
    const sent = headerOf(observed.sent.request.headers, 'X-TIMESTAMP') ?? '';
    for (const other of rewritings(sent)) {
      const tried = await t.session.probe(signedRewritten(sent, other), {
        faultClass: 'invalid-signature',
        diagnosis: true,
      });
      if (t.session.grants(tried)) return undefined;
    }
    return verdict;
  };
  return [
    accepts<Zone, S>('accepts-any-offset', {
      settings: ['/timestamp/reject'],
      property: zones,
      mutate: (zone) =>
        rewritten<DraftOf<S>>(say('shared/timestamp/with-other-offset'), (instant, form) =>
          inZone(instant, zone, form),
        ),
      judge,
    }),
    refuses<{ sent: string; signed: string }, S>('exact-text-is-signed', {
      // A target may dislike the offset before it looks at the signature: no class of its own.
      as: 'other',
      property: (t) =>
        zones(t)
          .map((zone) => inZone(t.now, zone, t.session.controlForm))
          .chain((sent) =>
            fc.constantFrom(...rewritings(sent)).map((signed) => ({ sent, signed })),
          ),
      mutate: ({ sent, signed }) => signedRewritten(sent, signed),
    }),
  ];
}

/**
 * A day to a year off, in a documented form.
 *
 * @param what Said of X-TIMESTAMP: `lies a day to a year in the past`.
 */
export function rejectsFarOff<S extends ServiceId>(
  name: string,
  what: Text,
  direction: -1 | 1,
  measure?: NonNullable<RefusesOptions<string, S>['measure']>,
): Check<S> {
  return refuses<string, S>(name, {
    // Right in form: which code it gets is not documented, so `errors` judges it in general only.
    as: 'other',
    field: 'X-TIMESTAMP',
    settings: ['/timestamp/window'],
    property: (t) => families.farOff(t.now, direction, t.session.controlForm),
    mutate: (text) => withTimestamp<DraftOf<S>>(text, say('shared/timestamp/wrong', { what })),
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
    probes: (t) =>
      t.settings.timestamp.reject.map((form) =>
        withTimestamp<DraftOf<S>>(
          formatTimestamp(t.session.now(), form),
          say('shared/timestamp/in-ruled-out-form', { form }),
        ),
      ),
  });
