import fc from 'fast-check';
import { accepts, judgeAccepted } from '../../src/engine/checks/accepts.js';
import type { Check, CheckContext } from '../../src/engine/checks/check.js';
import { refuses } from '../../src/engine/checks/refuses.js';
import { headerOf } from '../../src/engine/http/wire.js';
import type { Mutation } from '../../src/engine/request/draft.js';
import { onTwelveHourClock } from '../../src/engine/request/twelve-hour-clock.js';
import type { Observed } from '../../src/engine/session/observed.js';
import type { DraftOf, ServiceId } from '../../src/engine/session/service.js';
import { type Message, say, type Text } from '../../src/messages/message.js';
import { formatTimestamp, parseTimestamp } from '../../src/protocol/timestamp.js';
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
  const parsed = parseTimestamp(sent);
  if (!parsed.ok) return [];
  const { instant, offsetMinutes } = parsed;
  const written = [
    formatTimestamp(instant, 'utc'),
    formatTimestamp(instant, 'utc-millis'),
    formatTimestamp(instant, 'offset-millis', offsetMinutes),
    formatTimestamp(instant, 'offset', 420),
    formatTimestamp(instant, 'offset', 0),
    onTwelveHourClock(sent),
  ];
  return [...new Set(written)].filter((other) => other !== sent);
}

/** Zones in which the control's own instant may be written. */
function zones<S extends ServiceId>({ session, settings }: CheckContext<S>) {
  return anyZone(session.controlForm, settings.timestamp.reject);
}

/** How servers re-format most: what they then sign for a header as clients send it, at any time of day. */
function rewritingExamples<S extends ServiceId>({
  now,
  session,
  settings,
}: CheckContext<S>): Rewriting[] {
  const { controlForm: form } = session;
  const sent = formatTimestamp(now, form);
  const own = rewritings(sent)
    .slice(0, 3)
    .map((signed) => ({ sent, signed }));
  const elsewhere = wholeHours(form, settings.timestamp.reject).map((zone) =>
    inZone(now, zone, form),
  );
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
      property: zones,
      examples: ({ session, settings }) =>
        zoneExamples(session.controlForm, settings.timestamp.reject),
      mutate: (zone) =>
        rewritten<DraftOf<S>>(say('shared/timestamp/with-other-offset'), (instant, form) =>
          inZone(instant, zone, form),
        ),
      judge,
    }),
    refuses<Rewriting, S>('exact-text-is-signed', {
      as: 'other',
      examples: rewritingExamples,
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
