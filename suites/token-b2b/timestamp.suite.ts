import fc from 'fast-check';
import { describeAnswer } from '../../src/engine/answer.js';
import { accepts, judgeAccepted } from '../../src/engine/checks/accepts.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import type { Mutation } from '../../src/engine/draft.js';
import { cantTell, inapplicable } from '../../src/engine/outcome.js';
import type { Observed } from '../../src/engine/session.js';
import { suite } from '../../src/engine/suite.js';
import { headerOf } from '../../src/engine/wire.js';
import {
  formatTimestamp,
  parseTimestamp,
  type TimestampForm,
} from '../../src/protocol/timestamp.js';
import * as families from './arbitraries/timestamps.js';
import { rewritten, signedOver, timestamp } from './mutations.js';
import { tokenB2b } from './service.js';
import { at, windowMeasure } from './window.js';

const forms: readonly TimestampForm[] = ['offset', 'utc', 'offset-millis', 'utc-millis'];

/** Each probe is correctly signed over the timestamp as it stands, so that only the form is wrong. */
function rejects(
  name: string,
  what: string,
  family: (now: number, t: CheckContext) => fc.Arbitrary<string>,
): Check {
  return refuses(name, {
    as: 'timestamp-format',
    field: 'X-TIMESTAMP',
    property: (t) => family(t.now, t),
    mutate: (text: string) => timestamp(text, `X-TIMESTAMP ${what}`),
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

/** The same instant in other characters under the signature. */
function signedRewritten(sent: string, signed: string): Mutation {
  return signedOver(
    sent,
    signed,
    `the signature was made over ${signed}, another text for the same instant`,
  );
}

/** Refused for its text, or because the target verifies over another text for it: that is another check's. */
async function judgeOffset(
  observed: Observed,
  t: CheckContext,
): Promise<string | undefined | null> {
  const verdict = judgeAccepted(observed, t);
  if (typeof verdict !== 'string') return verdict;
  const sent = headerOf(observed.sent.request.headers, 'X-TIMESTAMP') ?? '';
  for (const other of rewritings(sent)) {
    const tried = await t.session.probe(signedRewritten(sent, other), {
      faultClass: 'invalid-signature',
    });
    if (tried.answer?.accepted && tried.answer.token !== undefined) return undefined;
  }
  return verdict;
}

/** Zones in which the control's own instant may be written. */
function zones({ session, settings }: CheckContext): fc.Arbitrary<families.Zone> {
  return families.anyZone(session.controlForm, settings.timestamp.reject);
}

/** All forms, those that the document doesn't give for the dialect alone; where requests are dear, only its own. */
function formsToTry(t: CheckContext): readonly TimestampForm[] {
  const { accept } = t.settings.timestamp;
  return t.effort.examples < forms.length ? accept : forms;
}

/** One accepted form is enough where the document contradicts itself about the forms. */
const acceptsDocumentedForms: Check = {
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
    const refused: { form: TimestampForm; observed: Observed }[] = [];
    for (const form of formsToTry(t)) {
      const observed = await t.session.probe(
        rewritten(`X-TIMESTAMP in the form ${form}`, (instant) => formatTimestamp(instant, form)),
        accept.includes(form) ? {} : { faultClass: 'other' },
      );
      if (!observed.answer && accept.includes(form)) {
        throw cantTell(`the documented form ${form} got no answer: ${t.describe(observed)}`, [
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
    const list = `accepted: ${taken.join(', ') || 'none'}`;
    if (!missed)
      return {
        outcome: 'passed',
        message: `the documented forms are accepted (${list})`,
        exchanges: [control],
        runs: formsToTry(t).length,
      };
    const probe = await t.session.record(missed.observed);
    const after = await t.confirmControl([control, probe]);
    const answer = missed.observed.answer ? describeAnswer(missed.observed.answer) : 'no answer';
    return {
      outcome: 'failed',
      message: `the documented form ${missed.form} is refused: ${answer} (${list})`,
      exchanges: [control, probe, after],
      runs: formsToTry(t).length,
    };
  },
};

suite(tokenB2b, 'timestamp', [
  acceptsDocumentedForms,
  accepts('accepts-any-offset', {
    settings: ['/timestamp/reject'],
    property: zones,
    mutate: (zone: families.Zone) =>
      rewritten('X-TIMESTAMP with another offset', (instant, form) =>
        families.inZone(instant, zone, form),
      ),
    judge: judgeOffset,
  }),
  refuses('exact-text-is-signed', {
    // A target may dislike the offset before it looks at the signature: no class of its own.
    as: 'other',
    property: (t) =>
      zones(t)
        .map((zone) => families.inZone(t.now, zone, t.session.controlForm))
        .chain((sent) => fc.constantFrom(...rewritings(sent)).map((signed) => ({ sent, signed }))),
    mutate: ({ sent, signed }) => signedRewritten(sent, signed),
  }),
  rejects('rejects-missing-offset', 'has no offset', families.withoutOffset),
  rejects(
    'rejects-separator',
    'has something other than T between date and time',
    families.wrongSeparator,
  ),
  rejects('rejects-lower-case-z', 'ends with a lower-case z', families.lowerCaseZ),
  rejects('rejects-short-offset', 'has a shortened offset', families.shortOffset),
  rejects('rejects-incomplete', 'lacks a part', families.incomplete),
  rejects('rejects-epoch', 'counts seconds or milliseconds since 1970', families.epoch),
  rejects('rejects-other-notation', 'is in another notation', families.otherNotation),
  rejects('rejects-impossible-date', 'has a date that no calendar has', families.impossibleDate),
  rejects('rejects-impossible-time', 'has a time that no clock shows', families.impossibleTime),
  rejects('rejects-impossible-offset', 'has an offset that no zone has', families.impossibleOffset),
  rejects('rejects-comma-fraction', 'has a comma before its fraction', families.commaFraction),
  rejects('rejects-surrounding-text', 'has text around it', families.surroundingText),
  rejects('rejects-garbage', 'is no timestamp at all', families.garbage),
  farOff('rejects-stale', 'lies a day to a year in the past', -1),
  farOff('rejects-future', 'lies a day to a year in the future', 1),
  accepts('accepts-inside-window', {
    settings: ['/timestamp/window'],
    when: requireWindow,
    probes: (t) => {
      const { pastSeconds, futureSeconds } = windowOf(t);
      return [
        at(-pastSeconds + insideMargin(pastSeconds)),
        at(futureSeconds - insideMargin(futureSeconds)),
      ];
    },
  }),
  refuses('rejects-outside-window', {
    as: 'other',
    field: 'X-TIMESTAMP',
    settings: ['/timestamp/window'],
    when: requireWindow,
    probes: (t) => {
      const { pastSeconds, futureSeconds } = windowOf(t);
      return [at(-pastSeconds - outsideMargin), at(futureSeconds + outsideMargin)];
    },
  }),
  refuses('rejects-ruled-out-forms', {
    as: 'timestamp-format',
    field: 'X-TIMESTAMP',
    settings: ['/timestamp/reject'],
    when: ({ settings }) => {
      if (settings.timestamp.reject.length === 0)
        throw inapplicable('the document rules out no well-formed timestamp');
    },
    probes: (t) =>
      t.settings.timestamp.reject.map((form) =>
        timestamp(
          formatTimestamp(t.session.now(), form),
          `X-TIMESTAMP in the form ${form}, which the document rules out`,
        ),
      ),
  }),
]);

/** Seconds beyond the window's edge: more than two clocks and a request can differ by. */
const outsideMargin = 30;

/** Seconds on this side of the edge; less where the window itself is small. */
const insideMargin = (seconds: number) => Math.min(10, Math.ceil(seconds / 2));

function windowOf({ settings }: CheckContext) {
  const { window } = settings.timestamp;
  if (window === 'unspecified') throw inapplicable('the document states no window');
  return window;
}

function requireWindow(t: CheckContext): void {
  windowOf(t);
}

function farOff(name: string, what: string, direction: -1 | 1): Check {
  return refuses(name, {
    // Right in form: which code it gets is not documented, so `errors` judges it in general only.
    as: 'other',
    field: 'X-TIMESTAMP',
    settings: ['/timestamp/window'],
    property: (t) => families.farOff(t.now, direction, t.session.controlForm),
    mutate: (text: string) => timestamp(text, `X-TIMESTAMP ${what}`),
    measure: windowMeasure(direction),
  });
}
