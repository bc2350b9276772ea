import fc from 'fast-check';
import { accepts, judgeAccepted } from '../../src/engine/checks/accepts.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { headerOf } from '../../src/engine/http/wire.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { onTwelveHourClock } from '../../src/engine/request/twelve-hour-clock.js';
import type { Observed } from '../../src/engine/session/observed.js';
import { inapplicable } from '../../src/engine/session/outcome.js';
import type { DraftOf, ServiceId } from '../../src/engine/session/service.js';
import { type Message, say, type Text } from '../../src/messages/message.js';
import {
  formatTimestamp,
  parseTimestamp,
  type TimestampForm,
} from '../../src/protocol/timestamp.js';
import { hasFixedZone, timestampForms } from '../../src/protocol/timestamp-forms.js';
import { anyZone, inZone, wholeHours, type Zone, zoneExamples } from './arbitraries/zones.js';
import { rewritten } from './mutations.js';

/** A right signature, but over another timestamp text than the one that is sent. */
export type SignedOver<S extends ServiceId> = (
  sent: string,
  signed: string,
  name: Message,
) => Mutation<DraftOf<S>>;

/** X-TIMESTAMP, and what the signature is made over in its place. */
interface Rewriting {
  sent: string;
  signed: string;
}

/** The other ways to write an instant that a server may re-format it to before it verifies. */
function rewritings(sent: string): string[] {
  const parsed = parseTimestamp(sent, timestampForms);
  if (!parsed.ok) return [];
  const { instant, form, offsetMinutes } = parsed;
  const written = [
    formatTimestamp(instant, 'utc'),
    formatTimestamp(instant, 'utc-millis'),
    formatTimestamp(instant, 'offset-millis', offsetMinutes),
    formatTimestamp(instant, 'offset', 420),
    formatTimestamp(instant, 'offset', 0),
    ...(form.startsWith('local') ? [formatTimestamp(instant, 'local')] : []),
    onTwelveHourClock(sent),
  ];
  return [...new Set(written)].filter((other) => other !== sent);
}

/** The form in which the document leaves the offset open: the control's if it does; undefined if none does. */
function openForm<S extends ServiceId>({
  session,
  settings,
}: CheckContext<S>): TimestampForm | undefined {
  const { accept } = settings.timestamp;
  if (!accept.some(hasFixedZone)) return session.controlForm;
  return accept.find((form) => form.startsWith('offset'));
}

/** The control's form, or another if its zone is fixed and the document has one with any. */
const formToWrite = <S extends ServiceId>(t: CheckContext<S>) =>
  openForm(t) ?? t.session.controlForm;

/** Texts of the control's own instant, in each zone that the document leaves open. */
function sentTexts<S extends ServiceId>(t: CheckContext<S>): fc.Arbitrary<string> {
  const form = openForm(t);
  if (form === undefined) return fc.constant(formatTimestamp(t.now, t.session.controlForm));
  return anyZone(form, t.settings.timestamp.reject).map((zone) => inZone(t.now, zone, form));
}

/** How servers re-format most: what they then sign for a header as clients send it, at any time of day. */
function rewritingExamples<S extends ServiceId>(t: CheckContext<S>): Rewriting[] {
  const { now, settings } = t;
  const form = formToWrite(t);
  const sent = formatTimestamp(now, form);
  const own = rewritings(sent)
    .slice(0, 3)
    .map((signed) => ({ sent, signed }));
  const elsewhere =
    openForm(t) === undefined
      ? []
      : wholeHours(form, settings.timestamp.reject).map((zone) => inZone(now, zone, form));
  const [away] = elsewhere.filter((text) => text !== sent);
  const afternoon = [sent, ...elsewhere].find((text) => onTwelveHourClock(text) !== text);
  return [
    ...own,
    ...(away === undefined ? [] : [{ sent: away, signed: sent }]),
    ...(afternoon === undefined ? [] : [{ sent: afternoon, signed: onTwelveHourClock(afternoon) }]),
  ];
}

/** That any offset is accepted, and that the signature covers the timestamp's very characters. */
export function offsetChecks<S extends ServiceId>(signedOver: SignedOver<S>): Check<S>[] {
  const signedRewritten = (sent: string, signed: string) =>
    signedOver(
      sent,
      signed,
      signed === onTwelveHourClock(sent)
        ? say('shared/timestamp/signed-on-twelve-hour-clock', { signed })
        : say('shared/timestamp/signed-in-other-form', { signed }),
    );
  /** A target may refuse because it verifies over another text for the instant: that is another check's finding. */
  const judge = async (
    observed: Observed<S>,
    t: CheckContext<S>,
  ): Promise<Text | undefined | null> => {
    const verdict = judgeAccepted(observed, t);
    if (verdict === undefined || verdict === null) return verdict;
    const sent = headerOf(observed.sent.request.headers, 'X-TIMESTAMP') ?? '';
    for (const other of rewritings(sent)) {
      // A target may dislike the offset before it looks at the signature: no class of its own.
      const tried = await t.session.probe(signedRewritten(sent, other), {
        faultClass: 'other',
        diagnosis: true,
      });
      if (t.session.grants(tried)) return undefined;
    }
    return verdict;
  };
  return [
    accepts<Zone, S>('accepts-any-offset', {
      settings: ['/timestamp/reject'],
      when: (t) => {
        if (openForm(t) === undefined)
          throw inapplicable(say('shared/timestamp/one-offset-documented'));
      },
      property: (t) => anyZone(formToWrite(t), t.settings.timestamp.reject),
      examples: (t) => zoneExamples(formToWrite(t), t.settings.timestamp.reject),
      mutate: (zone, t) =>
        rewritten<DraftOf<S>>(say('shared/timestamp/with-other-offset'), (instant) =>
          inZone(instant, zone, formToWrite(t)),
        ),
      judge,
    }),
    refuses<Rewriting, S>('exact-text-is-signed', {
      as: 'other',
      examples: rewritingExamples,
      property: (t) =>
        sentTexts(t).chain((sent) =>
          fc.constantFrom(...rewritings(sent)).map((signed) => ({ sent, signed })),
        ),
      mutate: ({ sent, signed }) => signedRewritten(sent, signed),
    }),
  ];
}
